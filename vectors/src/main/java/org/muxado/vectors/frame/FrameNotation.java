package org.muxado.vectors.frame;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.Octets;

/**
 * Writes frames as vectors do, long octets cut. What is 0, empty or false is left out. Stateless.
 */
public final class FrameNotation {

  private static final int SHOWN_OCTETS = 32;

  private FrameNotation() {}

  /** Such as {@code [{SYN: {stream: 3, fin: true}}]}. */
  public static String of(List<Frame> frames) {
    return frames.stream().map(FrameNotation::of).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String of(Frame frame) {
    Entries entries = new Entries(frame);
    if (frame instanceof Frame.Syn syn) {
      entries.number("priority", syn.priority()).number("type", syn.streamType()).fin(syn.fin());
    } else if (frame instanceof Frame.Rst rst) {
      entries.code(rst.code());
    } else if (frame instanceof Frame.Data data) {
      entries.octets("bytes", data.payload()).fin(data.fin());
    } else if (frame instanceof Frame.WndInc increase) {
      entries.number("increment", increase.increment());
    } else if (frame instanceof Frame.Pri pri) {
      entries.number("priority", pri.priority());
    } else if (frame instanceof Frame.GoAway end) {
      entries.number("last", end.last()).code(end.code()).octets("debug-bytes", end.debug());
    }
    return entries.toString();
  }

  /** The fields of one frame while they are written. */
  private static final class Entries {

    private final StringJoiner text;

    Entries(Frame frame) {
      text = new StringJoiner(", ", "{" + frame.type() + ": {", "}}");
      number("stream", frame.stream());
    }

    Entries number(String name, int value) {
      if (value != 0) {
        text.add(name + ": " + Integer.toUnsignedString(value));
      }
      return this;
    }

    Entries code(int code) {
      text.add("code: " + ErrorCodes.name(code));
      return this;
    }

    Entries octets(String name, byte[] octets) {
      if (octets.length > 0) {
        text.add(name + ": \"" + Octets.hex(octets, SHOWN_OCTETS) + '"');
      }
      return this;
    }

    Entries fin(boolean fin) {
      if (fin) {
        text.add("fin: true");
      }
      return this;
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
