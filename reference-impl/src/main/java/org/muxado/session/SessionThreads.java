package org.muxado.session;

/** Makes the threads of sessions: named, daemon, platform threads. */
final class SessionThreads {

  private SessionThreads() {}

  /** A thread, not yet started. */
  static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
