package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.muxado.engine.Wire.goAway;

import org.junit.jupiter.api.Test;
import org.muxado.engine.Termination.Cause;

/** What becomes of the debug text of a GOAWAY (section 6.6). */
class PeerDebugTest {

  private final Wire wire = Wire.client();

  private Termination end() {
    wire.engine.inputEnded("eof", 0);
    return wire.engine.termination();
  }

  @Test
  void endOfInputAfterGoAwayIsThePeersClose() {
    wire.receive(goAway(3, 0, "done"));
    String message = "the peer sent GOAWAY with NO_ERROR: done";
    assertEquals(new Termination(Cause.CLOSED, true, 0, 3, "done", message), end());
  }

  @Test
  void endOfInputAfterAnErrorReportsIt() {
    wire.receive(goAway(0, -1, ""));
    String message = "the peer sent GOAWAY with code 4294967295";
    assertEquals(new Termination(Cause.SESSION_ERROR, true, 4294967295L, 0, "", message), end());
  }

  @Test
  void endInsideTheDebugTextKeepsWhatCame() {
    wire.receiveHex("0018 00 06 00000000 00000000 00000001 6162");
    assertEquals("", wire.engine.peerDebug());
    assertEquals("ab", end().debug());
    assertEquals(
        "the peer sent GOAWAY with PROTOCOL_ERROR: ab", wire.engine.termination().message());
  }

  @Test
  void messageIsFitForPrintingAndDebugIsAsItCame() {
    String debug = "a\r\nb\u001b[31m\u2028\u202e\u2066\u0085 \u00e9\u20ac";
    wire.receive(goAway(0, 0, debug));
    assertEquals(debug, end().debug());
    assertEquals(
        "the peer sent GOAWAY with NO_ERROR: "
            + "a\ufffd\ufffdb\ufffd[31m\ufffd\ufffd\ufffd\ufffd \u00e9\u20ac",
        wire.engine.termination().message());
  }

  @Test
  void laterGoAwayTakesTheTextOfTheEarlierAway() {
    wire.receive(goAway(5, 0, "first"));
    assertEquals("first", wire.engine.peerDebug());
    wire.receiveHex("000a 00 06 00000000 00000003 00000001"); // two octets of text are to come
    assertEquals("", wire.engine.peerDebug());
    wire.receiveHex("6f6b");
    assertEquals("ok", wire.engine.peerDebug());
  }

  @Test
  void refusedOpeningSaysWhatThePeerSaid() {
    wire.receive(goAway(0, 0, "later\n"));
    assertEquals(
        "cannot open a stream: the peer sent GOAWAY with NO_ERROR: later\ufffd",
        wire.refusal().message());
  }

  @Test
  void ourOwnEndKeepsThePeersText() {
    wire.receive(goAway(3, 0, "bye"));
    wire.engine.closeSession(0);
    wire.sent();
    Termination expected = new Termination(Cause.CLOSED, false, 0, 3, "bye", "closed here");
    assertEquals(expected, wire.engine.termination());
  }
}
