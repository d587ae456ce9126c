package org.muxado.vectors.lifecycle;

import org.muxado.spec.Labelled;

/** Who opened the stream, as the implementation sees it. */
enum Owner implements Labelled {
  /** The kit. */
  PEER,
  /** The implementation. */
  OWN;

  /** How a title names such a stream. */
  String text() {
    return this == PEER ? "of the peer" : "of its own";
  }
}
