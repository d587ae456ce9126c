package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.rst;
import static org.muxado.engine.Wire.syn;
import static org.muxado.engine.Wire.wndInc;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;

class StreamCloseTest {

  private final Wire wire = Wire.server().receive(syn(3));
  private final EngineStream stream = wire.accept();

  @Test
  void sendsQueuedDataThenFin() {
    wire.write(stream, "out");
    wire.engine.close(stream, 0);
    assertEquals(List.of(data(3, "out", true)), wire.sent());
    assertEquals("FAILED", wire.read(stream));
    assertEquals(EndKind.CLOSED_HERE, stream.inputFailure().kind());
    assertEquals("stream 3: input ended here", stream.inputFailure().message());
  }

  @Test
  void bareFinFromThePeerCompletesTheClose() {
    wire.engine.close(stream, 0);
    wire.sent();
    wire.receive(data(3, "", true));
    assertEquals(List.of(), wire.sent());
    assertEquals(EndKind.FINISHED, stream.outcome().kind());
  }

  @Test
  void unreadOctetsDrawCancelBehindTheFin() {
    wire.receive(data(3, "unread"));
    wire.engine.close(stream, 0);
    assertEquals(List.of(data(3, "", true), rst(3, ErrorCode.CANCEL)), wire.sent());
    assertEquals("stream 3: closed with octets unread", stream.outcome().message());
    assertEquals(EndKind.RESET_HERE, stream.outcome().kind());
  }

  @Test
  void unreadOctetsDrawCancelWhereTheFinHasLeft() {
    wire.receive(data(3, "unread"));
    wire.engine.finish(stream);
    wire.sent();
    wire.engine.close(stream, 0);
    assertEquals(List.of(rst(3, ErrorCode.CANCEL)), wire.sent());
  }

  @Test
  void noCancelOnceThePeersFinHasCome() {
    wire.receive(data(3, "unread", true));
    wire.engine.close(stream, 0);
    assertEquals(List.of(data(3, "", true)), wire.sent());
    assertEquals(EndKind.FINISHED, stream.outcome().kind());
    assertEquals("FAILED", wire.read(stream));
  }

  @Test
  void noCancelOnAFinishedStream() {
    wire.receive(data(3, "unread", true));
    wire.engine.finish(stream);
    wire.sent();
    wire.engine.close(stream, 0);
    assertEquals(List.of(), wire.sent());
    assertEquals(EndKind.FINISHED, stream.outcome().kind());
    assertEquals(0, stream.readableBytes());
  }

  @Test
  void dataAfterTheFinDrawsCancel() {
    wire.engine.close(stream, 0);
    wire.sent();
    wire.receive(data(3, "late"));
    assertEquals(List.of(rst(3, ErrorCode.CANCEL)), wire.sent());
    assertEquals("stream 3: DATA came after close", stream.outcome().message());
  }

  @Test
  void dataBeforeTheFinIsDiscardedAndCancelsBehindIt() {
    fillTheWindow();
    wire.engine.close(stream, 0);
    wire.receive(data(3, 16_000), data(3, 16_000), data(3, 16_000));
    assertEquals(List.of(wndInc(3, 48_000)), wire.sent());
    wire.receive(wndInc(3, 1_000));
    List<Frame> sent = wire.sent();
    assertEquals(rst(3, ErrorCode.CANCEL), sent.get(1));
    assertTrue(((Frame.Data) sent.get(0)).fin());
  }

  @Test
  void peersFinBeforeOursNeedsNoCancel() {
    fillTheWindow();
    wire.engine.close(stream, 0);
    wire.receive(data(3, "late", true), wndInc(3, 1_000));
    assertEquals(1, wire.sent().size());
    assertEquals(EndKind.FINISHED, stream.outcome().kind());
  }

  private void fillTheWindow() {
    wire.write(stream, "x".repeat(65_536));
    wire.sent();
    wire.write(stream, "more");
  }

  @Test
  void finNeedsNoWindow() {
    wire.write(stream, "x".repeat(65_536));
    wire.sent();
    wire.engine.close(stream, 0);
    assertEquals(List.of(data(3, "", true)), wire.sent());
  }

  @Test
  void closeTwiceIsOnce() {
    wire.engine.close(stream, 0);
    wire.engine.close(stream, 0);
    assertEquals(List.of(data(3, "", true)), wire.sent());
    wire.engine.close(stream, 0);
    assertEquals(List.of(), wire.sent());
    assertNull(stream.outcome());
  }

  @Test
  void closeWakesAWaitingReader() {
    wire.read(stream);
    wire.events();
    wire.engine.close(stream, 0);
    assertEquals(List.of(new Event.InputReady(stream)), wire.events());
  }

  @Test
  void ownStreamCanBeClosedBeforeItsSynLeft() {
    EngineStream own = wire.open();
    wire.write(own, "all");
    wire.engine.close(own, 0);
    assertEquals(List.of(syn(2), data(2, "all", true)), wire.sent());
  }

  @Test
  void shutInputDiscardsAndGivesTheWindowBack() {
    wire.receive(data(3, 16_000), data(3, 16_000));
    wire.engine.shutdownInput(stream);
    assertEquals(List.of(), wire.sent());
    wire.receive(data(3, 16_000));
    assertEquals(List.of(wndInc(3, 48_000)), wire.sent());
    assertEquals("FAILED", wire.read(stream));
    assertEquals(EndKind.CLOSED_HERE, stream.inputFailure().kind());
    wire.write(stream, "still");
    assertEquals(List.of(data(3, "still")), wire.sent());
  }

  @Test
  void shutInputMeetsTheFinInSilence() {
    wire.read(stream);
    wire.events();
    wire.engine.shutdownInput(stream);
    assertEquals(List.of(new Event.InputReady(stream)), wire.events());
    wire.receive(data(3, "x", true));
    wire.engine.finish(stream);
    wire.sent();
    assertEquals(EndKind.FINISHED, stream.outcome().kind());
    assertEquals("FAILED", wire.read(stream));
  }

  @Test
  void shutInputAfterTheFinLeavesOnlyTheEnd() {
    wire.receive(data(3, "x", true));
    wire.engine.shutdownInput(stream);
    assertEquals(0, stream.readableBytes());
    assertEquals("EOF", wire.read(stream));
    assertEquals(List.of(), wire.sent());
  }

  @Test
  void dataAfterShutInputAndCloseDrawsCancel() {
    wire.receive(data(3, "seen"));
    wire.engine.shutdownInput(stream);
    wire.engine.close(stream, 0);
    assertEquals(List.of(data(3, "", true)), wire.sent());
    wire.receive(data(3, "late", true));
    assertEquals(List.of(rst(3, ErrorCode.CANCEL)), wire.sent());
  }

  @Test
  void closeGivesBackTheWindowOfUnreadOctets() {
    fillTheWindow();
    wire.receive(data(3, 16_000), data(3, 16_000), data(3, 1_000));
    wire.engine.close(stream, 0);
    assertEquals(List.of(wndInc(3, 33_000)), wire.sent());
  }

  @Test
  void shutInputThatMeetsDataIsStillShut() {
    wire.engine.shutdownInput(stream);
    wire.receive(data(3, "x"));
    wire.engine.close(stream, 0);
    assertEquals(List.of(data(3, "", true)), wire.sent());
    assertNull(stream.outcome());
  }

  @Test
  void failureIsWhatAClosedDirectionReports() {
    wire.engine.shutdownInput(stream);
    wire.engine.finish(stream);
    wire.receive(rst(3, ErrorCode.CANCEL));
    assertEquals(EndKind.RESET_BY_PEER, stream.inputFailure().kind());
    assertEquals(EndKind.RESET_BY_PEER, stream.outputFailure().kind());
  }

  @Test
  void openDirectionsReportNoFailure() {
    assertNull(stream.inputFailure());
    assertNull(stream.outputFailure());
  }

  @Test
  void closingTwiceStillDrawsCancel() {
    wire.receive(data(3, "unread"));
    wire.engine.close(stream, 0);
    wire.engine.close(stream, 0);
    assertEquals(List.of(data(3, "", true), rst(3, ErrorCode.CANCEL)), wire.sent());
  }

  @Test
  void noCancelWhereAllWasRead() {
    wire.engine.finish(stream);
    wire.sent();
    wire.engine.close(stream, 0);
    assertEquals(List.of(), wire.sent());
    assertNull(stream.outcome());
  }

  @Test
  void closingAfterTheSessionEndedChangesNothing() {
    wire.engine.finish(stream);
    wire.sent();
    wire.receive(data(3, "unread"));
    wire.engine.kill();
    wire.events();
    wire.engine.close(stream, 0);
    assertEquals(EndKind.SESSION_ENDED, stream.outcome().kind());
    assertEquals(List.of(), wire.events());
  }
}
