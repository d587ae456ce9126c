package org.muxado.tck.transcript;

import org.jspecify.annotations.Nullable;
import org.muxado.vectors.wire.WireFrame;

/**
 * One line of the transcript.
 *
 * @param index its place, from 0 on
 * @param origin who caused it
 * @param frame the frame, if it is one
 * @param text what happened, where it is no frame
 */
public record Entry(int index, Origin origin, @Nullable WireFrame frame, String text) {

  /** The frame of the implementation that this entry holds, or null if it is something else. */
  public @Nullable WireFrame implementationFrame() {
    return origin == Origin.IMPLEMENTATION ? frame : null;
  }
}
