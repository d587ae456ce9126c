package org.muxado.spec;

/** What happens to a stream without a frame of its own. */
public enum LocalEvent implements Labelled {
  /** A GOAWAY, sent or received, whose last stream id is below the stream's (section 11.1). */
  LEFT_OUT
}
