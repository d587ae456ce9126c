package org.muxado.session;

/** Of which kind the threads are that a session starts. */
public enum ThreadChoice {
  /** Platform threads, all of them. */
  PLATFORM,

  /**
   * Virtual threads, all of them; needs Java 21 or later. Before Java 25 each session over TCP or
   * TLS may keep a carrier from all other virtual threads while it waits, and there are 256 of
   * these: suits some hundred sessions at most.
   */
  VIRTUAL,

  /**
   * Virtual threads where this Java bears them, else platform threads: from Java 21 on for what the
   * application gave, observers and extensions; from Java 25 on also for the session's octets.
   */
  AUTOMATIC
}
