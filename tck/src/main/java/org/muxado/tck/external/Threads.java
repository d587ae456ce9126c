package org.muxado.tck.external;

/** Daemon threads, so that no external program keeps the kit alive. */
final class Threads {

  private Threads() {}

  /** Starts a named daemon thread. */
  static Thread start(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
