package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.goAway;
import static org.muxado.engine.Wire.rst;
import static org.muxado.engine.Wire.syn;
import static org.muxado.engine.Wire.wndInc;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.muxado.frame.ErrorCode;

class RetryVerdictTest {

  private final Wire wire = Wire.client();
  private final EngineStream first = wire.open();
  private final EngineStream second = wire.open();
  private final ByteBuffer batch = ByteBuffer.allocate(100);

  private void assertVerdicts(RetryVerdict ofFirst, RetryVerdict ofSecond) {
    assertEquals(ofFirst, first.outcome().retry());
    assertEquals(ofSecond, second.outcome().retry());
  }

  @Test
  void synThatWasNotPutIntoABatchIsSafe() {
    wire.engine.inputEnded("eof", 0);
    assertVerdicts(RetryVerdict.NOT_PROCESSED, RetryVerdict.NOT_PROCESSED);
  }

  @Test
  void synThatStayedInTheBatchIsSafe() {
    wire.engine.fill(batch, wire.now);
    wire.engine.inputEnded("eof", 0);
    assertVerdicts(RetryVerdict.NOT_PROCESSED, RetryVerdict.NOT_PROCESSED);
  }

  @Test
  void shortWriteTellsThemApart() {
    wire.engine.fill(batch, wire.now);
    wire.engine.writeStarted(16, 0);
    wire.engine.written(15, 0);
    wire.engine.inputEnded("eof", 0);
    assertVerdicts(RetryVerdict.UNKNOWN, RetryVerdict.NOT_PROCESSED);
  }

  @Test
  void wholeWriteMakesBothUnknown() {
    wire.sent();
    wire.engine.inputEnded("eof", 0);
    assertVerdicts(RetryVerdict.UNKNOWN, RetryVerdict.UNKNOWN);
  }

  @Test
  void writeInProgressCountsAsWritten() {
    wire.engine.fill(batch, wire.now);
    wire.engine.writeStarted(16, 0);
    wire.engine.kill();
    assertVerdicts(RetryVerdict.UNKNOWN, RetryVerdict.UNKNOWN);
  }

  @Test
  void writeInProgressCountsForItsOwnOctetsOnly() {
    wire.engine.fill(batch, wire.now);
    wire.engine.writeStarted(8, 0);
    wire.engine.kill();
    assertVerdicts(RetryVerdict.UNKNOWN, RetryVerdict.NOT_PROCESSED);
  }

  @Test
  void writeThatFailsHasWrittenAll() {
    wire.engine.fill(batch, wire.now);
    wire.engine.writeStarted(16, 0);
    wire.engine.writeFailed("broken", 0);
    wire.engine.inputEnded("eof", 0);
    assertVerdicts(RetryVerdict.UNKNOWN, RetryVerdict.UNKNOWN);
  }

  @Test
  void synOfTheBatchIsStillWrittenWhenTheSessionCloses() {
    wire.engine.fill(batch, wire.now);
    wire.receive(syn(1));
    assertVerdicts(RetryVerdict.UNKNOWN, RetryVerdict.UNKNOWN);
  }

  @Test
  void refusedStreamIsSafeUnlessHeard() {
    wire.sent();
    wire.receive(rst(3, ErrorCode.REFUSED_STREAM));
    wire.receive(wndInc(5, 1), rst(5, ErrorCode.REFUSED_STREAM));
    assertVerdicts(RetryVerdict.NOT_PROCESSED, RetryVerdict.UNKNOWN);
  }

  @Test
  void otherResetsAreUnknown() {
    wire.sent();
    wire.receive(rst(3, ErrorCode.STREAM_CLOSED));
    wire.engine.reset(second, ErrorCode.CANCEL);
    assertVerdicts(RetryVerdict.UNKNOWN, RetryVerdict.UNKNOWN);
  }

  @Test
  void streamErrorsAreUnknown() {
    wire.sent();
    wire.receive(wndInc(3, 0));
    assertEquals(RetryVerdict.UNKNOWN, first.outcome().retry());
  }

  @Test
  void firstCauseStands() {
    wire.sent();
    wire.receive(rst(3, ErrorCode.REFUSED_STREAM));
    wire.receive(rst(5, ErrorCode.CANCEL), goAway(0, 0, ""));
    wire.engine.inputEnded("eof", 0);
    assertVerdicts(RetryVerdict.NOT_PROCESSED, RetryVerdict.UNKNOWN);
    assertEquals(EndKind.RESET_BY_PEER, first.outcome().kind());
  }

  @Test
  void inputThatArrivedCountsBeforeTheVerdict() {
    wire.sent();
    wire.engine.writeFailed("broken", 0);
    wire.receive(goAway(3, 0, ""));
    wire.engine.inputEnded("eof", 0);
    assertVerdicts(RetryVerdict.UNKNOWN, RetryVerdict.NOT_PROCESSED);
  }

  @Test
  void peersStreamsCarryNoVerdict() {
    wire.receive(syn(2), syn(4));
    EngineStream two = wire.accept();
    EngineStream four = wire.accept();
    wire.receive(wndInc(2, 0));
    wire.engine.inputEnded("eof", 0);
    assertNull(two.outcome().retry());
    assertNull(four.outcome().retry());
  }

  @Test
  void finishedStreamsCarryNoVerdict() {
    wire.engine.finish(first);
    wire.sent();
    wire.receive(data(3, "", true));
    assertNull(first.outcome().retry());
    assertFalse(first.outcome().failed());
  }

  @Test
  void laterFrameInABatchDoesNotCountAsTheSyn() {
    EngineSettings pri = EngineSettings.builder().peerUnderstandsPri(true).build();
    Wire wire = new Wire(Role.CLIENT, pri);
    EngineStream stream = wire.open();
    wire.sent();
    wire.engine.setPriority(stream, 4);
    wire.engine.fill(ByteBuffer.allocate(100), wire.now);
    wire.engine.inputEnded("eof", 0);
    assertEquals(RetryVerdict.UNKNOWN, stream.outcome().retry());
  }
}
