package org.muxado.session;

/** How long one thread goes on reading the transport. */
interface Turn {

  /** The thread has settled and is about to wait. Under the session lock. */
  default void aboutToWait() {}

  /** Whether the thread is to stop; asked by itself, without the session lock. */
  boolean isOver();
}
