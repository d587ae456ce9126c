package org.muxado.adapter.faults.planting;

import org.muxado.vectors.wire.WireFrame;

/** What becomes of the frames of one direction. Called under a lock; keeps its own state. */
@FunctionalInterface
public interface Rewrite {

  /** Passes everything on as it is. */
  Rewrite NONE = (frame, to) -> to.pass(frame);

  /** Passes the frame on, or something else, or nothing. */
  void apply(WireFrame frame, Passage to);
}
