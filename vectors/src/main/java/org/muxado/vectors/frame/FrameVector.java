package org.muxado.vectors.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.Level;
import org.muxado.vectors.Provenance;
import org.muxado.vectors.source.Location;
import org.muxado.vectors.wire.Codes;
import org.muxado.vectors.wire.Frame;

/**
 * One frame vector.
 *
 * @param id unique, {@code file/name}
 * @param title one line that says what is shown
 * @param requirements the ids of the rules that it tests, at least one
 * @param level how much a failure weighs
 * @param kind the directions in which it holds
 * @param octets what stands on the wire
 * @param frames what the octets mean, in order; those before the error if there is one
 * @param error the session error at which reading ends, or null
 * @param catches names of wrong implementations that it must catch
 * @param provenance where it comes from
 * @param at where it stands
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FrameVector(
    String id,
    String title,
    List<String> requirements,
    Level level,
    Kind kind,
    byte[] octets,
    List<Frame> frames,
    @Nullable SessionError error,
    List<String> catches,
    Provenance provenance,
    Location at) {

  /** Whether reading the octets must give the frames. */
  public boolean decodes() {
    return kind != Kind.ENCODE;
  }

  /** Whether writing the frames must give the octets. */
  public boolean encodes() {
    return kind != Kind.DECODE;
  }

  /** The directions in which a vector holds. */
  public enum Kind {
    DECODE,
    ENCODE,
    BOTH
  }

  /**
   * A session error that the octets cause.
   *
   * @param codes the codes that will do
   * @param decidedAfter how many octets must be enough to see it
   */
  public record SessionError(Codes codes, int decidedAfter) {}
}
