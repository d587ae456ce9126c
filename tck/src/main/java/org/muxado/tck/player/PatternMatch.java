package org.muxado.tck.player;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.conversation.Pattern;
import org.muxado.vectors.conversation.Payload;
import org.muxado.vectors.conversation.StreamRef;
import org.muxado.vectors.wire.Frame;

/**
 * Holds single frames against patterns. A payload is looked at only where it is given octet by
 * octet: {@link DataGathering} does more. Binds nothing.
 */
final class PatternMatch {

  private final Bindings bindings;

  PatternMatch(Bindings bindings) {
    this.bindings = bindings;
  }

  /** Whether a frame is what the pattern says, its payload and FIN included. */
  boolean matches(Pattern pattern, @Nullable Frame frame) {
    if (pattern instanceof Pattern.Data data && frame instanceof Frame.Data found) {
      return isStream(data.stream(), found.stream())
          && (data.fin() == null || data.fin() == found.fin())
          && hasPayload(data.payload(), found.payload());
    }
    return matchesHead(pattern, frame);
  }

  private static boolean hasPayload(@Nullable Payload payload, byte[] found) {
    if (payload instanceof Payload.Exactly exactly) {
      return Arrays.equals(exactly.octets(), found);
    }
    return !(payload instanceof Payload.Patterned patterned) || patterned.size() == found.length;
  }

  /** Whether a frame is what the pattern says; of DATA, whether it is on the stream. */
  boolean matchesHead(Pattern pattern, @Nullable Frame frame) {
    if (pattern instanceof Pattern.Syn syn && frame instanceof Frame.Syn found) {
      return matchesSyn(syn, found);
    } else if (pattern instanceof Pattern.Data data && frame instanceof Frame.Data found) {
      return isStream(data.stream(), found.stream());
    } else if (pattern instanceof Pattern.Rst rst && frame instanceof Frame.Rst found) {
      return isStream(rst.stream(), found.stream()) && rst.codes().allow(found.code());
    } else if (pattern instanceof Pattern.WndInc wndInc && frame instanceof Frame.WndInc found) {
      return isStream(wndInc.stream(), found.stream())
          && isNumber(wndInc.increment(), found.increment());
    } else if (pattern instanceof Pattern.Pri pri && frame instanceof Frame.Pri found) {
      return isStream(pri.stream(), found.stream()) && isNumber(pri.priority(), found.priority());
    }
    return pattern instanceof Pattern.GoAway goAway
        && frame instanceof Frame.GoAway found
        && matchesGoAway(goAway, found);
  }

  private boolean matchesSyn(Pattern.Syn syn, Frame.Syn found) {
    return (bindings.unboundName(syn.stream()) != null || isStream(syn.stream(), found.stream()))
        && isNumber(syn.priority(), found.priority())
        && isNumber(syn.type(), found.streamType())
        && (syn.fin() == null || syn.fin() == found.fin());
  }

  private boolean matchesGoAway(Pattern.GoAway goAway, Frame.GoAway found) {
    StreamRef from = goAway.from();
    StreamRef to = goAway.to();
    return (from == null || found.last() >= bindings.id(from))
        && (to == null || found.last() <= bindings.id(to))
        && goAway.codes().allow(found.code())
        && (goAway.debugContains() == null || found.debugText().contains(goAway.debugContains()));
  }

  /** Whether a reference is open or means this stream; a name that is not bound means none. */
  boolean isStream(@Nullable StreamRef ref, int stream) {
    return ref == null || bindings.find(ref).orElse(-1) == stream;
  }

  private static boolean isNumber(@Nullable Integer wanted, int found) {
    return wanted == null || wanted == found;
  }

  /** The stream that a pattern names, or null. */
  static @Nullable StreamRef streamOf(Pattern pattern) {
    if (pattern instanceof Pattern.Syn syn) {
      return syn.stream();
    } else if (pattern instanceof Pattern.Data data) {
      return data.stream();
    } else if (pattern instanceof Pattern.Rst rst) {
      return rst.stream();
    } else if (pattern instanceof Pattern.WndInc wndInc) {
      return wndInc.stream();
    }
    return pattern instanceof Pattern.Pri pri ? pri.stream() : null;
  }
}
