package org.muxado.adapter.faults.planting;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;

/**
 * One wrong implementation: the bundled library with one thing wrong.
 *
 * @param id its name in {@code vectors/faults.yaml}
 * @param silent whether nothing happens where something should, so that only the watchdog ends a
 *     case
 * @param frames makes what is wrong with the frames of one session
 * @param options what the library makes of its settings
 * @param session what is wrong with the calls of a session
 */
public record Fault(
    String id,
    boolean silent,
    Supplier<FrameFault> frames,
    UnaryOperator<PeerOptions> options,
    UnaryOperator<PeerSession> session) {

  /** A fault in frames, with state of its own in each session. */
  public static Fault frames(String id, Supplier<FrameFault> frames) {
    return new Fault(id, false, frames, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** A fault in what the library makes of the kit's frames. */
  public static Fault incoming(String id, Rewrite rewrite) {
    return frames(id, () -> new FrameFault(rewrite, null));
  }

  /** A fault in what the library sends. */
  public static Fault outgoing(String id, Rewrite rewrite) {
    return frames(id, () -> new FrameFault(null, rewrite));
  }

  /** A fault in what the library makes of its settings. */
  public static Fault options(String id, UnaryOperator<PeerOptions> options) {
    return new Fault(id, false, () -> FrameFault.NONE, options, UnaryOperator.identity());
  }

  /** A fault in the calls of a session. */
  public static Fault session(String id, UnaryOperator<PeerSession> session) {
    return new Fault(id, false, () -> FrameFault.NONE, UnaryOperator.identity(), session);
  }

  /** The same fault, which shows as silence. */
  public Fault silently() {
    return new Fault(id, true, frames, options, session);
  }

  /** The same fault, and one in what the library makes of the kit's frames. */
  public Fault and(Rewrite incoming) {
    return new Fault(id, silent, () -> new FrameFault(incoming, null), options, session);
  }

  /** The id. */
  @Override
  public String toString() {
    return id;
  }
}
