package org.muxado.adapter.faults.planting;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.wire.WireFrame;
import org.muxado.vectors.wire.WireReader;

/** Both directions between kit and library, cut into frames and rewritten. Thread-safe. */
final class Link {

  private final StreamStates streams;
  private final @Nullable Rewrite incoming;
  private final @Nullable Rewrite outgoing;
  private final WireReader fromKit = new WireReader();
  private final WireReader fromLibrary = new WireReader();
  private final Set<WireFault> faults;
  private boolean takenAlone;
  private final Passage inward;
  private final Passage outward;

  Link(FrameFault fault, StreamStates streams) {
    this.streams = streams;
    incoming = fault.incoming();
    outgoing = fault.outgoing();
    faults = fault.wire();
    inward = new Passage(streams);
    outward = new Passage(streams);
  }

  /**
   * What the library gets for octets of the kit. Without a rewrite they go through as they come;
   * with one, frames go through whole.
   *
   * @param answers takes what goes back to the kit
   */
  synchronized byte[] fromKit(byte[] octets, ByteArrayOutputStream answers) {
    List<WireFrame> frames = new ArrayList<>(fromKit.feed(octets));
    if (faults.contains(WireFault.TAKES_HEADERS_ALONE)) {
      takeHeaderAlone(frames);
    } else if (faults.contains(WireFault.TAKES_FIRST_OF_READ) && frames.size() > 1) {
      frames.subList(1, frames.size()).clear();
    }
    frames.forEach(this::fromKit);
    answers.writeBytes(inward.takeBack());
    return incoming == null ? octets : inward.takeOnward();
  }

  private void fromKit(WireFrame frame) {
    if (incoming != null) {
      incoming.apply(frame, inward);
    }
    streams.received(frame);
  }

  /** Adds the frame that is not whole yet, and takes away the one that was added so before. */
  private void takeHeaderAlone(List<WireFrame> frames) {
    if (takenAlone && !frames.isEmpty()) {
      frames.remove(0);
      takenAlone = false;
    }
    Optional<WireFrame> partial = fromKit.partial();
    if (partial.isPresent() && !takenAlone) {
      frames.add(Rewrites.resized(partial.get(), partial.get().length()));
      takenAlone = true;
    }
  }

  /** What the kit gets for octets of the library. */
  synchronized byte[] fromLibrary(byte[] octets) {
    for (WireFrame frame : fromLibrary.feed(octets)) {
      if (outgoing != null) {
        outgoing.apply(frame, outward);
      }
      streams.sent(frame);
    }
    return outgoing == null ? octets : outward.takeOnward();
  }

  /** What is left of the library's octets when its output ends. */
  synchronized byte[] restFromLibrary() {
    return outgoing == null ? new byte[0] : fromLibrary.incomplete();
  }
}
