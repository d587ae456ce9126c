package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muxado.engine.Wire.SECOND;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.goAway;
import static org.muxado.engine.Wire.rst;
import static org.muxado.engine.Wire.syn;
import static org.muxado.engine.Wire.wndInc;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muxado.engine.Termination.Cause;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;

class SessionEndTest {

  private final Wire wire = Wire.client();

  private static Event ended(Termination termination) {
    return new Event.SessionEnded(termination);
  }

  private static void write(Engine engine, int octets, long now) {
    engine.writeStarted(octets, now);
    engine.written(octets, now);
  }

  @Test
  void closeSendsGoAwayThenEndsTheOutput() {
    wire.engine.closeSession(0);
    assertEquals(List.of(goAway(0, 0, "")), wire.sent());
    Termination termination = new Termination(Cause.CLOSED, false, 0, -1, "", "closed here");
    assertEquals(termination, wire.engine.termination());
    assertEquals(List.of(ended(termination), new Event.EndOutput()), wire.events());
    wire.receive(syn(2));
    wire.engine.inputEnded("eof", 0);
    assertEquals(List.of(new Event.DropTransport()), wire.events());
  }

  @Test
  void closeFlushesQueuedDataFirst() {
    EngineStream stream = wire.open();
    wire.write(stream, "last words");
    wire.engine.finish(stream);
    wire.engine.closeSession(0);
    assertNull(wire.engine.termination());
    assertEquals(List.of(syn(3), data(3, "last words", true), goAway(0, 0, "")), wire.sent());
    assertEquals(EndKind.SESSION_ENDED, stream.outcome().kind());
    assertEquals("stream 3: session ended: closed here", stream.outcome().message());
    assertEquals(0, stream.outcome().code());
  }

  @Test
  void flushingTakesNoNewWork() {
    EngineStream stream = wire.open();
    wire.write(stream, "x".repeat(65_536));
    wire.sent();
    wire.write(stream, "stuck");
    wire.receive(syn(2));
    wire.engine.closeSession(0);
    assertEquals(EndKind.SESSION_ENDED, wire.refusal().kind());
    assertEquals(RetryVerdict.NOT_PROCESSED, wire.refusal().retry());
    assertTrue(wire.refusal().message().contains("the session is being closed here"));
    assertNull(wire.engine.accept());
    assertEquals(Engine.FAILED, wire.write(stream, "x"));
    assertFalse(wire.engine.finish(stream));
    wire.receive(syn(4), data(2, "x"), data(3, "in"));
    assertEquals(List.of(rst(4, ErrorCode.REFUSED_STREAM)), wire.sent());
    assertEquals("in", wire.read(stream));
    wire.receive(wndInc(3, 5));
    assertEquals(List.of(data(3, "stuck"), goAway(0, 0, "")), wire.sent());
  }

  @Test
  void flushingIsBounded() {
    EngineStream stream = wire.open();
    wire.write(stream, "x".repeat(65_536));
    wire.sent();
    wire.write(stream, "stuck");
    wire.engine.closeSession(5);
    assertEquals(SECOND, wire.engine.nanosToNextDeadline(5));
    assertEquals(List.of(), wire.at(SECOND + 4).sent());
    assertEquals(List.of(goAway(0, 0, "")), wire.at(SECOND + 5).sent());
    wire.events();
    assertEquals(SECOND, wire.engine.nanosToNextDeadline(SECOND + 5));
    wire.at(2 * SECOND + 5);
    assertEquals(List.of(new Event.DropTransport()), wire.events());
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(2 * SECOND + 5));
  }

  @Test
  void finThatWaitsIsFlushedToo() {
    EngineStream stream = wire.open();
    wire.write(stream, "x".repeat(65_536));
    wire.engine.finish(stream);
    wire.sent();
    wire.engine.closeSession(0);
    assertEquals(List.of(goAway(0, 0, "")), wire.sent());
  }

  @Test
  void closeSendsNoSecondGoAwayWithTheSameLastId() {
    wire.engine.goAway(ErrorCode.INTERNAL_ERROR, ByteBuffer.allocate(0));
    assertEquals(1, wire.sent().size());
    wire.engine.closeSession(0);
    assertEquals(List.of(), wire.sent());
    assertEquals(2, wire.events().size());
  }

  @Test
  void closeReplacesAGoAwayThatNeverLeft() {
    EngineStream stream = wire.open();
    wire.write(stream, "x".repeat(65_536));
    wire.sent();
    wire.write(stream, "stuck");
    wire.engine.goAway(ErrorCode.INTERNAL_ERROR, ByteBuffer.allocate(0));
    wire.engine.closeSession(0);
    wire.at(SECOND);
    assertEquals(List.of(goAway(0, 0, "")), wire.sent());
  }

  @Test
  void closeAfterAStreamIsHandedOverSaysItsId() {
    wire.receive(syn(2), syn(4));
    wire.accept();
    wire.engine.closeSession(0);
    assertEquals(List.of(goAway(2, 0, "")), wire.sent());
  }

  @Test
  void closeTwiceIsOnce() {
    wire.engine.closeSession(0);
    wire.engine.closeSession(0);
    assertEquals(1, wire.sent().size());
    wire.engine.closeSession(0);
    assertEquals(List.of(), wire.sent());
    wire.engine.inputEnded("eof", 0);
    wire.engine.closeSession(0);
    wire.engine.inputEnded("eof", 0);
    wire.engine.kill();
    wire.engine.writeFailed("late", 0);
    assertEquals(1, wire.events(Event.DropTransport.class).size());
  }

  @Test
  void inputThatEndsFirstDoesNotStopTheGoAway() {
    wire.receive(syn(4));
    wire.engine.closeSession(0);
    wire.engine.inputEnded("eof", 0);
    assertEquals(List.of(goAway(0, 0, "")), wire.sent());
    List<Event> events = wire.events();
    assertEquals(new Event.EndOutput(), events.get(events.size() - 2));
    assertEquals(new Event.DropTransport(), events.get(events.size() - 1));
  }

  @Test
  void outputEndsOnlyWhenAllIsWritten() {
    wire.engine.closeSession(0);
    wire.events();
    ByteBuffer batch = ByteBuffer.allocate(100);
    assertEquals(16, wire.engine.fill(batch, wire.now));
    write(wire.engine, 15, 0);
    assertEquals(List.of(), wire.events());
    write(wire.engine, 1, 0);
    assertEquals(List.of(new Event.EndOutput()), wire.events());
  }

  @Test
  void sessionErrorSendsResetsThenGoAwayAndNoMore() {
    EngineStream stream = wire.open();
    wire.sent();
    wire.write(stream, "unsent");
    EngineStream unsent = wire.open();
    wire.receive(new Frame.Syn(2, 0, -1, false), syn(2));
    List<Frame> sent = wire.sent();
    assertEquals(rst(2, ErrorCode.STREAM_CLOSED), sent.get(0));
    String text = "SYN with id 2 came after 2 [ID-9]";
    assertEquals(goAway(0, ErrorCode.PROTOCOL_ERROR, text), sent.get(1));
    assertEquals(2, sent.size());
    assertEquals(
        new Termination(Cause.SESSION_ERROR, false, 1, -1, "", text, 6), wire.engine.termination());
    assertEquals(RetryVerdict.UNKNOWN, stream.outcome().retry());
    assertEquals(RetryVerdict.NOT_PROCESSED, unsent.outcome().retry());
    assertEquals(SECOND, wire.engine.nanosToNextDeadline(0));
    assertEquals(1, wire.events(Event.EndOutput.class).size());
    wire.at(SECOND);
    assertEquals(List.of(new Event.DropTransport()), wire.events());
  }

  @Test
  void sessionErrorOfTheDecoderCarriesItsCode() {
    wire.receiveHex("0003 00 02 00000003");
    assertEquals(ErrorCode.FRAME_SIZE_ERROR, wire.engine.termination().code());
    assertEquals(1, wire.sent().size());
  }

  @Test
  void sessionErrorWhileFlushingEndsTheSame() {
    EngineStream stream = wire.open();
    wire.write(stream, "x".repeat(65_536));
    wire.sent();
    wire.write(stream, "stuck");
    wire.engine.closeSession(0);
    wire.receive(syn(1));
    assertEquals(Cause.SESSION_ERROR, wire.engine.termination().cause());
  }

  @Test
  void endOfInputEndsTheSession() {
    EngineStream stream = wire.open();
    wire.sent();
    wire.receive(data(3, "came"));
    wire.engine.inputEnded("end of input", 0);
    Termination termination = new Termination(Cause.TRANSPORT, true, -1, -1, "", "end of input");
    assertEquals(termination, wire.engine.termination());
    assertEquals("came", wire.read(stream));
    assertEquals("FAILED", wire.read(stream));
    assertEquals(-1, stream.inputFailure().code());
    List<Event> events = wire.events();
    assertEquals(ended(termination), events.get(1));
    assertEquals(new Event.DropTransport(), events.get(2));
    assertEquals(EndKind.SESSION_ENDED, wire.refusal().kind());
    assertFalse(wire.engine.wantsOutput());
  }

  @Test
  void endOfInputWhileFlushingIsOurClose() {
    EngineStream stream = wire.open();
    wire.write(stream, "x".repeat(65_536));
    wire.sent();
    wire.write(stream, "stuck");
    wire.engine.closeSession(0);
    wire.receive(goAway(3, 1, ""));
    wire.engine.inputEnded("eof", 0);
    assertEquals("closed here", wire.engine.termination().message());
    assertFalse(wire.engine.wantsOutput());
    assertEquals(0, wire.engine.fill(ByteBuffer.allocate(100), wire.now));
  }

  @Test
  void killDropsTheTransportAtOnce() {
    EngineStream stream = wire.open();
    wire.engine.kill();
    assertFalse(wire.engine.wantsOutput());
    assertEquals(
        new Termination(Cause.KILLED, false, -1, -1, "", "killed here"), wire.engine.termination());
    assertEquals(1, wire.events(Event.DropTransport.class).size());
    assertEquals(EndKind.SESSION_ENDED, stream.outcome().kind());
    wire.engine.goAway(0, ByteBuffer.allocate(0));
    wire.engine.drain(0);
    wire.engine.closeSession(0);
    wire.at(100 * SECOND);
    assertFalse(wire.engine.wantsOutput());
    assertEquals(List.of(), wire.events());
  }

  @Test
  void closingHandsOverNothingMoreEvenBelowTheLastId() {
    Set<Integer> types = Set.of(0xFFFFFF00);
    Wire server = new Wire(Role.SERVER, EngineSettings.builder().extensions(types).build());
    server.receive(syn(3), new Frame.Syn(5, 0, 0xFFFFFF00, false));
    EngineStream own = server.open();
    server.write(own, "unsent");
    server.engine.closeSession(0);
    assertNull(server.engine.accept());
    server.engine.drain(0);
    server.engine.goAway(0, ByteBuffer.allocate(0));
    assertEquals(List.of(syn(2), data(2, "unsent"), goAway(5, 0, "")), server.sent());
  }

  @Test
  void closingTheLastStreamCompletesTheFlush() {
    EngineStream stream = wire.open();
    wire.write(stream, "x".repeat(65_536));
    wire.sent();
    wire.write(stream, "stuck");
    wire.engine.closeSession(0);
    wire.engine.reset(stream, ErrorCode.CANCEL);
    assertEquals(List.of(rst(3, ErrorCode.CANCEL), goAway(0, 0, "")), wire.sent());
    assertEquals(EndKind.RESET_HERE, stream.outcome().kind());
  }

  @Test
  void deadSessionHasNoDeadline() {
    wire.open();
    wire.engine.fill(ByteBuffer.allocate(100), wire.now);
    wire.engine.writeStarted(8, 0);
    wire.engine.closeSession(0);
    wire.engine.kill();
    assertEquals(Long.MAX_VALUE, wire.engine.nanosToNextDeadline(0));
  }
}
