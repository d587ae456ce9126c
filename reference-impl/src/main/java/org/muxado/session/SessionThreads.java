package org.muxado.session;

import org.muxado.thread.VirtualThreads;
import org.muxado.transport.Transport;

/** Makes the threads of a session, named and not yet started; none keeps the process alive. */
final class SessionThreads {

  private final ThreadChoice choice;
  private final boolean transportSuits;

  SessionThreads(ThreadChoice choice, Transport transport) {
    this.choice = choice;
    transportSuits = transport.suitsVirtualThreads();
  }

  /** A thread through which octets go, or that closes the transport. */
  Thread own(String name, Runnable task) {
    return make(name, task, VirtualThreads.areThere() && transportSuits);
  }

  /** A thread that runs what the application gave. */
  Thread forApplication(String name, Runnable task) {
    return make(name, task, VirtualThreads.areThere());
  }

  private Thread make(String name, Runnable task, boolean virtualIfAutomatic) {
    boolean virtual =
        switch (choice) {
          case PLATFORM -> false;
          case VIRTUAL -> true;
          case AUTOMATIC -> virtualIfAutomatic;
        };
    return virtual ? VirtualThreads.make(name, task) : daemon(name, task);
  }

  /** A platform thread. */
  static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
