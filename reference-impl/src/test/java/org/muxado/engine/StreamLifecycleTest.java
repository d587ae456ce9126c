package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.goAway;
import static org.muxado.engine.Wire.rst;
import static org.muxado.engine.Wire.syn;
import static org.muxado.engine.Wire.synFin;
import static org.muxado.engine.Wire.wndInc;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;

class StreamLifecycleTest {

  private final Wire wire = Wire.server().receive(syn(3));
  private final EngineStream stream = wire.accept();

  static Stream<Frame> framesOnIdleStreams() {
    return Stream.of(
        data(9, "x"),
        data(9, ""),
        data(9, "", true),
        data(9, "x", true),
        rst(9, 1),
        wndInc(9, 1),
        wndInc(9, 0),
        new Frame.Pri(9, 1),
        data(2, "x"),
        rst(1, 1));
  }

  @ParameterizedTest
  @MethodSource("framesOnIdleStreams")
  void frameOnIdleStreamEndsTheSession(Frame frame) {
    wire.receive(frame);
    assertSessionError("LIFE-4");
  }

  @ParameterizedTest
  @MethodSource("framesOnIdleStreams")
  void frameBeforeOurSynWasSentEndsTheSession(Frame frame) {
    Wire client = new Wire(Role.CLIENT, EngineSettings.builder().firstStreamId(9).build());
    client.open();
    client.receive(frame);
    assertEquals(Termination.Cause.SESSION_ERROR, client.engine.termination().cause());
  }

  private void assertSessionError(String rule) {
    Termination termination = wire.engine.termination();
    assertEquals(Termination.Cause.SESSION_ERROR, termination.cause());
    assertEquals(ErrorCode.PROTOCOL_ERROR, termination.code());
    assertTrue(termination.message().contains(rule), termination.message());
    List<Frame> sent = wire.sent();
    Frame.GoAway last = (Frame.GoAway) sent.get(sent.size() - 1);
    assertEquals(goAway(3, ErrorCode.PROTOCOL_ERROR, termination.message()), last);
  }

  @Test
  void synWithOurParityEndsTheSession() {
    wire.receive(syn(4));
    assertSessionError("ID-7");
  }

  @Test
  void synWithIdOneEndsTheSession() {
    Wire client = Wire.client().receive(syn(1));
    assertTrue(client.engine.termination().message().contains("ID-8"));
    wire.receive(syn(1));
    assertSessionError("ID-8");
  }

  @Test
  void synWithAnEarlierIdEndsTheSession() {
    wire.receive(syn(9), syn(9));
    assertSessionError("ID-9");
  }

  @Test
  void bothFinsFinishTheStream() {
    wire.receive(data(3, "in", true));
    wire.write(stream, "out");
    assertTrue(wire.engine.finish(stream));
    assertEquals(List.of(data(3, "out", true)), wire.sent());
    assertEquals(new Outcome(EndKind.FINISHED, -1, null, "finished"), stream.outcome());
    assertEquals("in", wire.read(stream));
    assertEquals("EOF", wire.read(stream));
    assertEquals(Engine.FAILED, wire.write(stream, "more"));
    assertEquals(EndKind.CLOSED_HERE, stream.outputFailure().kind());
    assertNull(stream.inputFailure());
  }

  @Test
  void peersFinAfterOursFinishesTheStream() {
    wire.engine.finish(stream);
    assertEquals(List.of(data(3, "", true)), wire.sent());
    wire.receive(data(3, "late"), data(3, "", true));
    assertEquals("late", wire.read(stream));
    assertEquals("EOF", wire.read(stream));
    assertFalse(stream.outcome().failed());
    assertFalse(wire.engine.finish(stream));
    assertEquals(List.of(), wire.sent());
  }

  @Test
  void finWithPayloadFinishesAHalfClosedStream() {
    wire.engine.finish(stream);
    wire.sent();
    wire.receive(data(3, "late", true));
    assertEquals(EndKind.FINISHED, stream.outcome().kind());
    assertEquals("late", wire.read(stream));
  }

  @Test
  void finishTwiceSaysSo() {
    assertTrue(wire.engine.finish(stream));
    assertFalse(wire.engine.finish(stream));
    assertEquals(Engine.FAILED, wire.write(stream, "x"));
  }

  @Test
  void emptyDataHasNoEffect() {
    wire.receive(data(3, ""));
    assertEquals("", wire.read(stream));
    wire.receive(data(3, "", true), data(3, ""), data(3, "", true));
    assertEquals(List.of(), wire.sent());
    assertNull(stream.outcome());
  }

  @Test
  void dataAfterFinIsAStreamError() {
    wire.receive(data(3, "in", true), data(3, "more"));
    assertEquals(List.of(rst(3, ErrorCode.STREAM_CLOSED)), wire.sent());
    assertEquals(
        new Outcome(EndKind.RESET_HERE, 4, null, "stream 3: DATA of 4 bytes came after FIN"),
        stream.outcome());
    assertEquals("in", wire.read(stream));
    assertEquals("EOF", wire.read(stream));
    assertEquals(Engine.FAILED, wire.write(stream, "x"));
    assertEquals(EndKind.RESET_HERE, stream.outputFailure().kind());
  }

  @Test
  void resetByThePeerKeepsWhatCame() {
    wire.write(stream, "unsent");
    wire.receive(data(3, "abc"), rst(3, 4711));
    assertEquals(List.of(), wire.sent());
    assertNull(stream.inputFailure());
    assertEquals("abc", wire.read(stream));
    assertEquals("FAILED", wire.read(stream));
    assertEquals(4711, stream.inputFailure().code());
    assertEquals(EndKind.RESET_BY_PEER, stream.outcome().kind());
    assertEquals("stream 3: reset by the peer with code 4711", stream.outcome().message());
    assertNull(stream.outcome().retry());
  }

  @Test
  void highCodesAreUnsigned() {
    wire.receive(rst(3, -1));
    assertEquals(4294967295L, stream.outcome().code());
  }

  @Test
  void resetOfAnEndedStreamHasNoEffect() {
    wire.receive(rst(3, 1), rst(3, 2), wndInc(3, 1), wndInc(3, 0), new Frame.Pri(3, 1));
    assertEquals(1, stream.outcome().code());
    wire.engine.reset(stream, 2);
    wire.engine.setPriority(stream, 5);
    wire.engine.close(stream, 0);
    wire.engine.shutdownInput(stream);
    assertEquals(1, stream.outcome().code());
    assertEquals(List.of(), wire.sent());
  }

  @Test
  void localResetDropsWhatWasQueuedAndCame() {
    wire.receive(data(3, "unread"));
    wire.write(stream, "unsent");
    wire.engine.reset(stream, ErrorCode.INTERNAL_ERROR);
    assertEquals(List.of(rst(3, 2)), wire.sent());
    assertEquals("FAILED", wire.read(stream));
    assertEquals(EndKind.RESET_HERE, stream.inputFailure().kind());
    assertEquals("stream 3: reset here with INTERNAL_ERROR", stream.outcome().message());
  }

  @Test
  void refusesCodesThatAnApplicationMayNotSend() {
    for (int code : new int[] {ErrorCode.REFUSED_STREAM, 8, -1}) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> wire.engine.reset(stream, code));
      assertEquals(
          "stream 3 cannot be reset with "
              + ErrorCode.name(code)
              + "; allowed are 0 (NO_ERROR) to 7 (CANCEL), except 6 (REFUSED_STREAM)",
          refused.getMessage());
    }
    assertEquals(List.of(), wire.sent());
    assertNull(stream.outcome());
  }

  @Test
  void framesInFlightAfterOurResetAreDiscarded() {
    wire.engine.reset(stream, ErrorCode.CANCEL);
    wire.sent();
    wire.receive(data(3, "x"), data(3, "x", true), data(3, ""), rst(3, 1), wndInc(3, 0));
    assertEquals(List.of(), wire.sent());
    assertNull(wire.engine.termination());
  }

  @Test
  void dataOnAClosedStreamIsAnsweredOnce() {
    wire.receive(rst(3, 1), data(3, "x"), data(3, "x"), data(3, "x", true));
    assertEquals(List.of(rst(3, ErrorCode.STREAM_CLOSED)), wire.sent());
  }

  @Test
  void dataOnASkippedStreamIsAnsweredOnce() {
    wire.receive(syn(9), data(7, ""), data(7, "", true), rst(5, 1), wndInc(5, 0));
    assertEquals(List.of(), wire.sent());
    wire.receive(data(7, "x"), data(7, "x"));
    assertEquals(List.of(rst(7, ErrorCode.STREAM_CLOSED)), wire.sent());
  }

  @Test
  void dataOnAFinishedStreamIsAnswered() {
    wire.engine.finish(stream);
    wire.sent();
    wire.receive(data(3, "", true), data(3, "x", true));
    assertEquals(List.of(rst(3, ErrorCode.STREAM_CLOSED)), wire.sent());
  }

  @Test
  void ownSkippedIdsAreKnown() {
    Wire client = Wire.client();
    EngineStream dropped = client.open();
    client.engine.reset(dropped, ErrorCode.CANCEL);
    client.open();
    client.sent();
    client.receive(data(3, "x"), rst(3, 1));
    assertEquals(List.of(rst(3, ErrorCode.STREAM_CLOSED)), client.sent());
  }

  @Test
  void refusedStreamsDiscardInSilence() {
    Wire full = new Wire(Role.SERVER, EngineSettings.builder().backlog(1).build());
    full.receive(syn(3), syn(5), data(5, "x"), data(5, "x", true), rst(5, 1));
    assertEquals(List.of(rst(5, ErrorCode.REFUSED_STREAM)), full.sent());
  }

  @Test
  void remembersAThousandResets() {
    Wire many = Wire.client();
    for (int i = 0; i < 1_001; i++) {
      EngineStream each = many.open();
      many.sent();
      many.engine.reset(each, ErrorCode.CANCEL);
    }
    many.sent();
    many.receive(data(5, "x"), data(2_003, "x"));
    assertEquals(List.of(), many.sent());
    many.receive(data(3, "x"));
    assertEquals(List.of(rst(3, ErrorCode.STREAM_CLOSED)), many.sent());
  }

  @Test
  void windowUpdateOfZeroIsAStreamError() {
    wire.receive(wndInc(3, 0));
    assertEquals(List.of(rst(3, ErrorCode.PROTOCOL_ERROR)), wire.sent());
    assertEquals("stream 3: WNDINC of 0 came", stream.outcome().message());
    wire.receive(syn(5));
    EngineStream half = wire.accept();
    wire.engine.finish(half);
    wire.sent();
    wire.receive(wndInc(5, 1));
    assertEquals(List.of(), wire.sent());
    wire.receive(wndInc(5, 0));
    assertEquals(List.of(rst(5, ErrorCode.PROTOCOL_ERROR)), wire.sent());
  }

  @Test
  void endIsToldOnce() {
    wire.receive(rst(3, 1));
    List<Event.StreamEnded> ended = wire.events(Event.StreamEnded.class);
    assertEquals(List.of(new Event.StreamEnded(stream, stream.outcome())), ended);
  }

  @Test
  void waitingReaderAndWriterAreToldOfTheEnd() {
    wire.read(stream);
    wire.write(stream, "x".repeat(100_000));
    wire.events();
    wire.receive(rst(3, 1));
    List<Event> events = wire.events();
    assertEquals(new Event.InputReady(stream), events.get(0));
    assertEquals(new Event.OutputReady(stream), events.get(1));
    assertEquals(3, events.size());
  }

  @Test
  void readerIsToldOfOctetsAndOfTheEndOnlyIfItWaits() {
    wire.events();
    wire.receive(data(3, "a"));
    assertEquals(List.of(), wire.events());
    wire.read(stream);
    assertEquals("", wire.read(stream));
    wire.receive(data(3, "b"), data(3, "c"));
    assertEquals(List.of(new Event.InputReady(stream)), wire.events());
    assertEquals(2, stream.readableBytes());
    wire.read(stream);
    wire.read(stream);
    wire.receive(data(3, "", true));
    assertEquals(List.of(new Event.InputReady(stream)), wire.events());
  }

  @Test
  void attachmentStaysWithTheStream() {
    assertNull(stream.attachment());
    stream.attach("mine");
    assertEquals("mine", stream.attachment());
  }

  @Test
  void sessionErrorIgnoresWhatFollows() {
    wire.receive(syn(4));
    wire.receive(syn(9), data(3, "x"));
    assertNull(wire.engine.accept());
    assertEquals(1, wire.sent().size());
    assertNotNull(stream.outcome());
    assertEquals(EndKind.SESSION_ENDED, stream.outcome().kind());
    assertEquals(1, stream.outcome().code());
  }

  @Test
  void emptyFinOfSynFinStreamIsIgnored() {
    wire.receive(synFin(5), data(5, "", true));
    assertEquals(List.of(), wire.sent());
  }
}
