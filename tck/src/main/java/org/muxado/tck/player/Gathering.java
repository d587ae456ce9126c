package org.muxado.tck.player;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.conversation.Pattern;
import org.muxado.vectors.conversation.PatternOctets;
import org.muxado.vectors.conversation.Payload;
import org.muxado.vectors.wire.Frame;

/**
 * One pattern of an expect step while it is being met: takes frames until nothing is missing. DATA
 * is gathered from as many frames as it comes in (DATA-2). Used by the thread that plays the case.
 */
final class Gathering {

  private final Pattern pattern;
  private final PatternMatch match;
  private byte @Nullable [] wanted;
  private int taken;
  private boolean complete;
  private @Nullable Received rest;

  Gathering(Pattern pattern, PatternMatch match) {
    this.pattern = pattern;
    this.match = match;
  }

  /** The pattern. */
  Pattern pattern() {
    return pattern;
  }

  /** Whether nothing is missing. */
  boolean isComplete() {
    return complete;
  }

  /** What the last frame taken held beyond what was asked for, or null. */
  @Nullable Received rest() {
    return rest;
  }

  /** Takes a frame if it is a part of what is missing; returns whether it was. */
  boolean take(Received received) {
    if (pattern instanceof Pattern.Data data
        && data.payload() != null
        && received.frame() instanceof Frame.Data frame) {
      return match.matchesHead(data, frame) && takeData(data, frame, received);
    }
    complete = match.matches(pattern, received.frame());
    return complete;
  }

  private boolean takeData(Pattern.Data data, Frame.Data frame, Received received) {
    byte[] all = wanted(data, received);
    byte[] payload = frame.payload();
    int now = Math.min(payload.length, all.length - taken);
    if (!Arrays.equals(payload, 0, now, all, taken, taken + now)) {
      return false;
    }
    taken += now;
    boolean finWanted = Boolean.TRUE.equals(data.fin());
    return now < payload.length
        ? endInside(finWanted, received, now)
        : endBehind(finWanted, frame.fin(), taken == all.length);
  }

  /** The frame has more octets than are wanted: the rest, and its FIN, are for the next step. */
  private boolean endInside(boolean finWanted, Received received, int now) {
    complete = !finWanted && now > 0;
    rest = complete ? received.without(now) : null;
    return complete;
  }

  private boolean endBehind(boolean finWanted, boolean fin, boolean allTaken) {
    complete = allTaken && fin == finWanted;
    return complete || !fin;
  }

  private byte[] wanted(Pattern.Data data, Received first) {
    byte[] known = wanted;
    if (known == null) {
      known = octetsOf(data.payload(), first);
      wanted = known;
    }
    return known;
  }

  private static byte[] octetsOf(@Nullable Payload payload, Received first) {
    if (payload instanceof Payload.Exactly exactly) {
      return exactly.octets();
    } else if (payload instanceof Payload.Patterned patterned) {
      return PatternOctets.of(first.stream(), first.position(), patterned.size());
    }
    throw new IllegalStateException("an expected payload cannot be " + payload);
  }
}
