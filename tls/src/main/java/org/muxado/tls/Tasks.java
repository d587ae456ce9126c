package org.muxado.tls;

import javax.net.ssl.SSLEngine;

/** Does the work that an engine leaves to its caller, such as checking certificates. */
final class Tasks {

  private Tasks() {}

  static void run(SSLEngine engine) {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }
}
