package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.muxado.engine.Wire.SECOND;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.goAway;
import static org.muxado.engine.Wire.rst;
import static org.muxado.engine.Wire.syn;
import static org.muxado.engine.Wire.synFin;
import static org.muxado.engine.Wire.wndInc;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;

class AbuseTest {

  private static final long WINDOW = 10 * SECOND;

  private static Wire limited(int queued, int resets, int empty, int updates, int goAways) {
    Limits limits =
        Limits.DEFAULT
            .withMaxPeerStreams(100)
            .withMaxQueuedAnswers(queued)
            .withMaxResets(resets, Duration.ofSeconds(10))
            .withMaxEmptyData(empty)
            .withMaxExcessWindowUpdates(updates)
            .withMaxGoAways(goAways);
    return new Wire(Role.SERVER, EngineSettings.builder().limits(limits).build());
  }

  private static Wire server() {
    return limited(1_000, 2, 2, 2, 2);
  }

  private static void assertEndedBy(Wire wire, String rule, String text) {
    Termination termination = wire.engine.termination();
    assertNotNull(termination);
    assertEquals(ErrorCode.PROTOCOL_ERROR, termination.code());
    assertEquals(text + " [" + rule + "]", termination.message());
  }

  @Test
  void rapidResetsEndTheSession() {
    Wire wire = server().receive(syn(3), rst(3, 7), rst(3, 7), syn(5), rst(5, 7), rst(5, 7));
    assertNull(wire.engine.termination());
    wire.receive(syn(7), rst(7, 7));
    assertEndedBy(wire, "LIMIT-2", "more than 2 resets within 10000 ms");
  }

  @Test
  void resetsAreCountedWithinTheirTimeOnly() {
    Wire wire = server().receive(syn(3), rst(3, 7), syn(5), rst(5, 7));
    wire.at(WINDOW).receive(syn(7), rst(7, 7), syn(9), rst(9, 7));
    assertNull(wire.engine.termination());
    wire.at(2 * WINDOW - 1).receive(syn(11), rst(11, 7));
    assertNotNull(wire.engine.termination());
  }

  @Test
  void resetsThatWeAreMadeToSendCount() {
    Wire wire = server().receive(syn(3), wndInc(3, 0), synFin(5), data(5, "x"), syn(9));
    assertNull(wire.engine.termination());
    wire.receive(data(7, "x"));
    assertNotNull(wire.engine.termination());
  }

  @Test
  void windowOverflowsCount() {
    Wire wire = server().receive(syn(3), syn(5), syn(7));
    int much = Integer.MAX_VALUE;
    wire.receive(wndInc(3, much), wndInc(5, much));
    assertNull(wire.engine.termination());
    for (int i = 0; i < 4; i++) {
      wire.receive(data(7, 16_383));
    }
    wire.receive(data(7, 5));
    assertEndedBy(wire, "LIMIT-2", "more than 2 resets within 10000 ms");
  }

  @Test
  void peersResetsOfOurStreamsDoNotCount() {
    Wire wire = server();
    for (int id = 2; id < 12; id += 2) {
      wire.open();
      wire.sent();
      wire.receive(rst(id, ErrorCode.REFUSED_STREAM));
    }
    assertNull(wire.engine.termination());
  }

  @Test
  void emptyDataInARowEndsTheSession() {
    Wire wire = server().receive(syn(3), data(3, ""), data(3, ""), data(3, "x"));
    wire.receive(data(3, ""), data(3, ""), data(3, "", true), data(3, ""), data(3, ""));
    assertNull(wire.engine.termination());
    wire.receive(data(3, ""));
    assertEndedBy(wire, "LIMIT-6", "more than 2 empty DATA in a row");
  }

  @Test
  void updatesBeyondTheDataSentEndTheSession() {
    Wire wire = server().receive(syn(3));
    EngineStream stream = wire.accept();
    wire.write(stream, "x");
    wire.sent();
    wire.receive(wndInc(3, 1), wndInc(3, 1), new Frame.Pri(3, 1));
    assertNull(wire.engine.termination());
    wire.receive(wndInc(3, 1));
    assertEndedBy(wire, "LIMIT-8", "4 WNDINC and PRI for 1 octets of DATA");
    Wire other = server().receive(syn(3), new Frame.Pri(3, 1), new Frame.Pri(3, 2));
    assertNull(other.engine.termination());
    other.receive(new Frame.Pri(3, 3));
    assertNotNull(other.engine.termination());
  }

  @Test
  void goAwayFloodEndsTheSession() {
    Wire wire = server().receive(goAway(9, 0, ""), goAway(9, 0, ""));
    assertNull(wire.engine.termination());
    wire.receive(goAway(9, 0, ""));
    assertEndedBy(wire, "LIMIT-9", "more than 2 GOAWAY");
  }

  @Test
  void answersThatNobodyReadsEndTheSession() {
    Wire wire = limited(4, 100, 2, 2, 2);
    for (int id = 3; id < 11; id += 2) {
      wire.receive(new Frame.Syn(id, 0, -1, false));
    }
    assertNull(wire.engine.termination());
    wire.receive(new Frame.Syn(11, 0, -1, false));
    assertEndedBy(wire, "LIMIT-4", "more than 4 answers wait to be written");
  }

  @Test
  void receiveStopsEarlySoThatAnswersCanBeWritten() {
    Wire wire = limited(4, 100, 2, 2, 2);
    ByteBuffer flood = ByteBuffer.allocate(10_000);
    for (int id = 3; id < 300; id += 2) {
      new Frame.Syn(id, 0, -1, false).write(flood);
    }
    flood.flip();
    int refused = 0;
    while (flood.hasRemaining()) {
      wire.engine.receive(flood, 0);
      refused += wire.sent().size();
    }
    assertEquals(149, refused);
    assertNull(wire.engine.termination());
  }

  @Test
  void floodOfRefusedSynsLeavesHeartbeatsAnswered() {
    Wire wire = new Wire(Role.SERVER, EngineSettings.builder().backlog(1).build());
    Frame.Syn heartbeat = new Frame.Syn(3, 0, EngineSettings.HEARTBEAT_TYPE, false);
    wire.receive(heartbeat, syn(5));
    int refused = 0;
    for (int id = 7; id < 20_007; id += 2) {
      refused += wire.receive(syn(id)).sent().size();
    }
    assertEquals(10_000, refused);
    wire.receive(data(3, "ping"));
    assertEquals(List.of(data(3, "ping")), wire.sent());
  }

  /** Used to forget all but the last 1,000, and to count the answers to the DATA of the others. */
  @Test
  void whatFollowsARefusedSynDoesNotCount() {
    Wire wire = server();
    int last = 3 + 2 * 5_000;
    for (int id = 3; id <= last; id += 2) {
      wire.receive(syn(id));
      wire.sent();
    }
    for (int id = 3; id <= last; id += 2) {
      wire.receive(data(id, "request", true));
    }
    assertEquals(List.of(), wire.sent());
    assertNull(wire.engine.termination());
  }

  @Test
  void cancelAfterCloseDoesNotCount() {
    Wire wire = server();
    for (int id = 3; id < 23; id += 2) {
      wire.receive(syn(id));
      EngineStream stream = wire.accept();
      wire.engine.close(stream, 0);
      wire.sent();
      wire.receive(data(id, "late"));
      assertEquals(1, wire.sent().size());
    }
    assertNull(wire.engine.termination());
  }

  @Test
  void dataAfterFinCounts() {
    Wire wire = server();
    for (int id = 3; id < 9; id += 2) {
      assertNull(wire.engine.termination());
      wire.receive(synFin(id), data(id, "x"));
    }
    assertNotNull(wire.engine.termination());
  }

  @Test
  void windowOverflowCounts() {
    Wire wire = limited(1_000, 0, 2, 2, 2).receive(syn(3), wndInc(3, Integer.MAX_VALUE));
    assertNotNull(wire.engine.termination());
  }

  @Test
  void inputStopsAtHalfOfTheQueuedAnswers() {
    Wire wire = limited(4, 100, 2, 2, 2);
    ByteBuffer input = ByteBuffer.allocate(100);
    for (int id = 3; id <= 7; id += 2) {
      new Frame.Syn(id, 0, -1, false).write(input);
    }
    wire.engine.receive(input.flip(), 0);
    assertEquals(12, input.remaining());
  }

  @Test
  void ownStreamsDoNotCountAsThePeers() {
    Limits one = Limits.DEFAULT.withMaxPeerStreams(1);
    Wire wire = new Wire(Role.SERVER, EngineSettings.builder().limits(one).build());
    wire.open();
    wire.sent();
    assertEquals(List.of(), wire.receive(syn(3)).sent());
    assertEquals(List.of(rst(5, ErrorCode.REFUSED_STREAM)), wire.receive(syn(5)).sent());
  }
}
