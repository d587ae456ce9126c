package org.muxado.vectors.wire;

import java.util.StringJoiner;

/** Renders a frame as one line for people: {@code DATA stream 5 FIN 2 octets 6869}. Stateless. */
public final class FrameText {

  private static final int SHOWN_OCTETS = 16;

  private FrameText() {}

  /** The line; fields that do not make sense are shown as they stand. */
  public static String of(WireFrame frame) {
    StringJoiner line = new StringJoiner(" ");
    line.add(FrameType.of(frame.type()).map(Enum::name).orElse("TYPE " + frame.type()));
    if (frame.stream() != 0 || frame.type() != FrameType.GOAWAY.number()) {
      line.add("stream " + frame.stream());
    }
    if (frame.has(Flags.FIN) && definesFin(frame)) {
      line.add("FIN");
    }
    line.add(
        Frame.of(frame).map(parsed -> fields(parsed)).orElseGet(() -> octets(frame.payload())));
    addOddities(frame, line);
    return line.toString().strip();
  }

  private static boolean definesFin(WireFrame frame) {
    return FrameType.of(frame.type()).filter(t -> (t.definedFlags() & Flags.FIN) != 0).isPresent();
  }

  private static String fields(Frame frame) {
    if (frame instanceof Frame.Syn syn) {
      return synFields(syn);
    } else if (frame instanceof Frame.Rst rst) {
      return ErrorCodes.name(rst.code());
    } else if (frame instanceof Frame.WndInc wndInc) {
      return "increment " + wndInc.increment();
    } else if (frame instanceof Frame.Pri pri) {
      return "priority " + pri.priority();
    } else if (frame instanceof Frame.GoAway goAway) {
      return goAwayFields(goAway);
    }
    return octets(((Frame.Data) frame).payload());
  }

  private static String synFields(Frame.Syn syn) {
    String priority = syn.priority() == 0 ? "" : " priority " + syn.priority();
    String type = syn.streamType() == 0 ? "" : " type 0x%08x".formatted(syn.streamType());
    return (priority + type).strip();
  }

  private static String goAwayFields(Frame.GoAway goAway) {
    String head = "last " + goAway.last() + " " + ErrorCodes.name(goAway.code());
    return goAway.debug().length == 0
        ? head
        : head + " \"" + PrintableText.of(goAway.debugText()) + "\"";
  }

  private static String octets(byte[] payload) {
    String count = payload.length + (payload.length == 1 ? " octet" : " octets");
    return payload.length == 0 ? "empty" : count + " " + Octets.hex(payload, SHOWN_OCTETS);
  }

  private static void addOddities(WireFrame frame, StringJoiner line) {
    int defined = FrameType.of(frame.type()).map(FrameType::definedFlags).orElse(0);
    int undefined = frame.flags() & ~defined;
    if (undefined != 0) {
      line.add("(flags 0x%02x)".formatted(frame.flags()));
    }
    if (frame.reserved() != 0) {
      line.add("(reserved 0x%02x)".formatted(frame.reserved()));
    }
    if (!frame.isComplete()) {
      line.add("(length says " + frame.length() + ")");
    }
  }
}
