package org.muxado.vectors.wire;

import java.util.List;

/** What a sender must keep to inside a payload, and a receiver must not mind. */
final class SenderCheck {

  private static final int TOLERATED = -1;

  private SenderCheck() {}

  static void check(WireFrame wire, Frame frame, List<Violation> found) {
    if (frame instanceof Frame.Syn syn) {
      checkSyn(wire, syn, found);
    } else if (frame instanceof Frame.Rst rst) {
      checkCode(rst.code(), found);
    } else if (frame instanceof Frame.WndInc wndInc) {
      checkReserved(wire, found);
      checkIncrement(wndInc, found);
    } else if (frame instanceof Frame.Pri) {
      checkReserved(wire, found);
    } else if (frame instanceof Frame.GoAway goAway) {
      checkReserved(wire, found);
      checkCode(goAway.code(), found);
    }
  }

  private static void checkSyn(WireFrame wire, Frame.Syn syn, List<Violation> found) {
    if (wire.has(Flags.PRIORITY)) {
      checkReserved(wire, found);
    }
    if (wire.has(Flags.PRIORITY) && syn.priority() == 0) {
      found.add(new Violation("SYN-4", TOLERATED, "SYN with an explicit priority 0"));
    }
    if (wire.has(Flags.TYPE) && syn.streamType() == 0) {
      found.add(new Violation("SYN-5", TOLERATED, "SYN with an explicit stream type 0"));
    }
  }

  private static void checkReserved(WireFrame wire, List<Violation> found) {
    if (wire.payload()[0] < 0) {
      found.add(new Violation("FRAME-3", TOLERATED, "reserved bit set in the payload"));
    }
  }

  private static void checkIncrement(Frame.WndInc frame, List<Violation> found) {
    if (frame.increment() == 0) {
      found.add(new Violation("WND-2", ErrorCodes.PROTOCOL_ERROR, "WNDINC with increment 0"));
    }
  }

  private static void checkCode(int code, List<Violation> found) {
    if (!ErrorCodes.isKnown(code)) {
      String message = "error code " + ErrorCodes.name(code) + " is not defined";
      found.add(new Violation("ERR-1", TOLERATED, message));
    }
  }
}
