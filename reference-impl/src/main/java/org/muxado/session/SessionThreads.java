package org.muxado.session;

/** Makes the threads of a session, named and not yet started; none keeps the process alive. */
final class SessionThreads {

  private final ThreadChoice choice;

  SessionThreads(ThreadChoice choice) {
    this.choice = choice;
  }

  /** A thread through which octets go, or that closes the transport. */
  Thread own(String name, Runnable task) {
    return choice == ThreadChoice.VIRTUAL ? VirtualThreads.make(name, task) : daemon(name, task);
  }

  /** A thread that runs what the application gave. */
  Thread forApplication(String name, Runnable task) {
    boolean virtual = choice != ThreadChoice.PLATFORM && VirtualThreads.areThere();
    return virtual ? VirtualThreads.make(name, task) : daemon(name, task);
  }

  /** A platform thread. */
  static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
