package org.muxado.tck.player;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.transcript.Entry;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;

/**
 * A frame of the implementation.
 *
 * @param entry its place in the transcript
 * @param wire the frame as it came
 * @param frame what it says, or null if it is malformed
 * @param position how many octets of its stream came in DATA before it
 */
record Received(Entry entry, WireFrame wire, @Nullable Frame frame, long position) {

  /** The stream id of the header. */
  int stream() {
    return wire.stream();
  }

  /** The same DATA without its first octets, which a step has taken. */
  Received without(int octets) {
    byte[] rest = Arrays.copyOfRange(wire.payload(), octets, wire.payload().length);
    WireFrame shorter = WireFrame.of(wire.type(), wire.flags(), wire.stream(), rest);
    return new Received(entry, shorter, Frame.of(shorter).orElse(null), position + octets);
  }

  /** The frame as one line. */
  @Override
  public String toString() {
    return wire.toString();
  }
}
