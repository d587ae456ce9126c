package org.muxado.spec;

/** What a received frame does where it is no error. */
public enum Effect implements Labelled {
  /** A stream begins. */
  OPEN,
  /** The payload goes to the reader, or counts as consumed where there is none. */
  TAKE,
  /** The payload is skipped and nothing is sent. */
  DISCARD,
  /** Nothing but the change of state, if any. */
  NONE,
  /** The stream fails with the code that came. */
  FAIL,
  /** The increment is added to the window for sending. */
  ADD_WINDOW,
  /** The priority becomes the one that came. */
  SET_PRIORITY
}
