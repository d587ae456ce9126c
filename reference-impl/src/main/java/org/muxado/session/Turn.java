package org.muxado.session;

/** How long one thread goes on reading the transport. */
interface Turn {

  /** Whether the thread, which has settled, is to wait for the transport. Under the lock. */
  default boolean waits() {
    return true;
  }

  /** Whether the thread is to stop; asked by itself, without the session lock. */
  boolean isOver();
}
