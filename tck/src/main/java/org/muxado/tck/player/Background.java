package org.muxado.tck.player;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.monitor.StreamTypes;
import org.muxado.vectors.wire.Frame;

/**
 * The streams that belong to no step of a case: the kit's fences, and the implementation's
 * heartbeat, which is echoed here (HB-11) until a case claims it. Used by the thread that plays the
 * case.
 */
final class Background {

  private final Set<Integer> fences = new HashSet<>();
  private final Set<Integer> heartbeats = new HashSet<>();

  /** Notes that a stream of the kit serves as a fence. */
  void addFence(int stream) {
    fences.add(stream);
  }

  /** Whether steps pass over frames on this stream. */
  boolean contains(int stream) {
    return fences.contains(stream) || heartbeats.contains(stream);
  }

  /** Leaves a heartbeat stream to the case: it is echoed no more. */
  void claim(int stream) {
    heartbeats.remove(stream);
  }

  /** Takes note of a frame of the implementation and says what to answer at once. */
  Optional<Frame> answer(@Nullable Frame frame) {
    if (frame instanceof Frame.Syn syn && syn.streamType() == StreamTypes.HEARTBEAT) {
      heartbeats.add(syn.stream());
    }
    if (frame instanceof Frame.Data data
        && data.payload().length > 0
        && heartbeats.contains(data.stream())) {
      return Optional.of(new Frame.Data(data.stream(), data.payload(), false));
    }
    return Optional.empty();
  }
}
