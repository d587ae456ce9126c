package org.muxado.session;

import org.muxado.transport.Transport;

/** Of which kind the threads are that a session starts. */
public enum ThreadChoice {
  /** Platform threads, all of them. */
  PLATFORM,

  /**
   * Virtual threads, all of them; needs Java 21 or later. Over a transport that does not suit them
   * ({@link Transport#suitsVirtualThreads}) each session may keep a carrier or two from all other
   * virtual threads while it waits, and there are few of these.
   */
  VIRTUAL,

  /**
   * Virtual threads from Java 21 on, else platform threads. Octets go through platform threads
   * where the transport does not suit virtual ones ({@link Transport#suitsVirtualThreads}).
   */
  AUTOMATIC
}
