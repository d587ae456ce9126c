package org.muxado.spec;

/** What has to hold for an outcome to apply, beyond state and event. */
public enum Condition implements Labelled {
  /** The payload is larger than the window. */
  BEYOND_WINDOW,
  /** The window would exceed 2,147,483,647 octets. */
  WINDOW_OVERFLOW,
  /** The application has closed the stream. */
  APPLICATION_CLOSED,
  /** The RST refuses the SYN that has just come for the stream. */
  REFUSING_SYN,
  /** The RST answers a frame, as the received half says. */
  ANSWERING
}
