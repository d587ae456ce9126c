package org.muxado.vectors.conversation;

import org.muxado.vectors.conversation.SendItem.Tampering;
import org.muxado.vectors.wire.Flags;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.WireFrame;

/** Makes a frame odd in the way that a case says. Stateless. */
public final class TamperedFrame {

  private static final int ALL_RESERVED_BITS = 0x3F;

  private TamperedFrame() {}

  /** The frame with its oddities. Explicit zeros are a matter of building it. */
  public static WireFrame of(WireFrame frame, Tampering tampering) {
    WireFrame odd = tampering.reserved() ? withReservedBits(frame) : frame;
    odd = odd.withExtraFlags(tampering.extraFlags());
    Integer declared = tampering.declaredLength();
    if (declared != null) {
      odd = odd.withLength(declared);
    }
    return tampering.omitPayload() ? odd.withPayload(new byte[0]) : odd;
  }

  private static WireFrame withReservedBits(WireFrame frame) {
    byte[] payload = frame.payload().clone();
    if (hasReservedBit(frame)) {
      payload[0] |= (byte) 0x80;
    }
    return frame.withReserved(ALL_RESERVED_BITS).withPayload(payload);
  }

  /** Whether the payload begins with a field of 31 bits. */
  private static boolean hasReservedBit(WireFrame frame) {
    int type = frame.type();
    return frame.payload().length > 0
        && (type == FrameType.WNDINC.number()
            || type == FrameType.PRI.number()
            || type == FrameType.GOAWAY.number()
            || (type == FrameType.SYN.number() && frame.has(Flags.PRIORITY)));
  }
}
