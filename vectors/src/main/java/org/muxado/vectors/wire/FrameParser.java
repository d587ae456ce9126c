package org.muxado.vectors.wire;

import java.util.Arrays;
import java.util.Optional;

/** Takes the fields of a well-formed frame out of its payload. */
final class FrameParser {

  private FrameParser() {}

  static Optional<Frame> parse(WireFrame wire) {
    if (!FrameCheck.receiverFaults(wire).isEmpty() || wire.payload().length < needed(wire)) {
      return Optional.empty();
    }
    return FrameType.of(wire.type()).map(type -> parse(type, wire));
  }

  private static int needed(WireFrame wire) {
    return wire.type() == FrameType.GOAWAY.number() ? 8 : wire.length();
  }

  private static Frame parse(FrameType type, WireFrame wire) {
    byte[] payload = wire.payload();
    return switch (type) {
      case SYN -> parseSyn(wire);
      case RST -> new Frame.Rst(wire.stream(), Octets.getInt(payload, 0));
      case DATA -> new Frame.Data(wire.stream(), payload, wire.has(Flags.FIN));
      case WNDINC -> new Frame.WndInc(wire.stream(), get31(payload, 0));
      case PRI -> new Frame.Pri(wire.stream(), get31(payload, 0));
      case GOAWAY ->
          new Frame.GoAway(
              get31(payload, 0),
              Octets.getInt(payload, 4),
              Arrays.copyOfRange(payload, 8, payload.length));
    };
  }

  private static Frame parseSyn(WireFrame wire) {
    boolean hasPriority = wire.has(Flags.PRIORITY);
    int priority = hasPriority ? get31(wire.payload(), 0) : 0;
    int typeAt = hasPriority ? 4 : 0;
    int streamType = wire.has(Flags.TYPE) ? Octets.getInt(wire.payload(), typeAt) : 0;
    return new Frame.Syn(wire.stream(), priority, streamType, wire.has(Flags.FIN));
  }

  private static int get31(byte[] payload, int at) {
    return Octets.getInt(payload, at) & WireFrame.MAX_31_BIT;
  }
}
