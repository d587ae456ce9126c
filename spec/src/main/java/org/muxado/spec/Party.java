package org.muxado.spec;

/** Whom a requirement binds. */
public enum Party implements Labelled {
  /** The endpoint that sends the frames concerned. */
  SENDER,
  /** The endpoint that receives the frames concerned. */
  RECEIVER,
  /** Each endpoint, whichever way the frames go. */
  ENDPOINT,
  /** The user of streams. */
  APPLICATION
}
