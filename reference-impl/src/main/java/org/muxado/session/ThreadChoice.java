package org.muxado.session;

/** Of which kind the threads are that a session starts. */
public enum ThreadChoice {
  /** Platform threads, all of them. */
  PLATFORM,

  /** Virtual threads, all of them; needs Java 21 or later. */
  VIRTUAL,

  /**
   * What measured best: platform threads where the session's octets go through them, and virtual
   * ones, on Java 21 and later, where they run what the application gave: observers and extensions.
   */
  AUTOMATIC
}
