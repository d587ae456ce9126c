package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.muxado.engine.Wire.SECOND;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.goAway;
import static org.muxado.engine.Wire.rst;
import static org.muxado.engine.Wire.syn;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muxado.engine.Termination.Cause;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;

/** What an extension inside the engine can do, beyond what {@link HeartbeatTest} shows. */
class EngineExtensionTest {

  private static final int TYPE = 0xFFFFFF20;
  private static final Frame.Syn OPENING = new Frame.Syn(3, 0, TYPE, false);

  /** Sends back what comes on its streams, octet by octet. */
  private static class Echo implements EngineExtension {

    final ExtensionContext context;
    final List<EngineStream> streams = new ArrayList<>();

    Echo(ExtensionContext context) {
      this.context = context;
    }

    @Override
    public void opened(EngineStream stream, long nowNanos) {
      streams.add(stream);
    }

    @Override
    public void received(EngineStream stream, long nowNanos) {
      outputTaken();
    }

    @Override
    public void outputTaken() {
      ByteBuffer octet = ByteBuffer.allocate(1);
      for (EngineStream stream : streams) {
        while (stream.queuedBytes() < 4 && context.read(stream, octet.clear()) > 0) {
          context.write(stream, octet.flip());
        }
        if (stream.inputHasEnded() && stream.readableBytes() == 0) {
          context.finish(stream);
        }
      }
    }
  }

  /** Its streams are background, and it takes one of the peer's. */
  private static final class Background extends Echo {

    Background(ExtensionContext context) {
      super(context);
    }

    @Override
    public boolean isBackground() {
      return true;
    }

    @Override
    public boolean takesStream() {
      return streams.isEmpty();
    }
  }

  /** Opens a stream at the start, and ends the session a second later. */
  private record Fuse(ExtensionContext context) implements EngineExtension {

    @Override
    public void started(long nowNanos) {
      context.open(5);
    }

    @Override
    public void opened(EngineStream stream, long nowNanos) {}

    @Override
    public void tick(long nowNanos) {
      if (nowNanos >= SECOND) {
        context.endSession(Cause.CLOSED, ErrorCode.CANCEL, "burnt down", nowNanos);
      }
    }

    @Override
    public long nanosLeft(long nowNanos) {
      return SECOND - nowNanos;
    }
  }

  /** Counts what it is told, and may end the session at the first frame. */
  private static final class Counter implements EngineExtension {

    private final ExtensionContext context;
    private final boolean ends;
    int frames;
    int ticks;

    Counter(ExtensionContext context, boolean ends) {
      this.context = context;
      this.ends = ends;
    }

    @Override
    public void opened(EngineStream stream, long nowNanos) {}

    @Override
    public void frameReceived(long nowNanos) {
      frames++;
      if (ends) {
        context.endSession(Cause.CLOSED, ErrorCode.CANCEL, "enough", nowNanos);
      }
    }

    @Override
    public void tick(long nowNanos) {
      ticks++;
    }
  }

  private final List<Counter> counters = new ArrayList<>();

  private Counter counter(ExtensionContext context, boolean ends) {
    Counter counter = new Counter(context, ends);
    counters.add(counter);
    return counter;
  }

  private final List<Echo> made = new ArrayList<>();

  private Echo made(Echo extension) {
    made.add(extension);
    return extension;
  }

  private Wire wire(Role role, EngineSettingsBuilder settings) {
    return new Wire(role, settings.extension(TYPE, context -> made(new Echo(context))).build());
  }

  private Wire server() {
    return wire(Role.SERVER, EngineSettings.builder());
  }

  private static Limits onePeerStream() {
    return Limits.DEFAULT.withMaxPeerStreams(1);
  }

  @Test
  void servesItsStreamsUnseenByTheOwner() {
    Wire server = server().receive(OPENING, data(3, "ab"));
    assertEquals(List.of(data(3, "ab")), server.sent());
    server.receive(data(3, "c", true));
    assertEquals(List.of(data(3, "c", true)), server.sent());
    assertNull(server.engine.accept());
    assertEquals(List.of(), server.events());
    assertEquals(EndKind.FINISHED, made.get(0).streams.get(0).outcome().kind());
  }

  @Test
  void writesOnWhenOutputWasTaken() {
    Wire server = server().receive(OPENING, data(3, "abcdef", true));
    assertEquals(List.of(data(3, "abcd"), data(3, "ef", true)), server.sent());
  }

  @Test
  void fullQueueIsNoMatterForTheOwner() {
    Wire server = server().receive(OPENING);
    Echo echo = made.get(0);
    ByteBuffer much = ByteBuffer.allocate(70_000);
    assertEquals(65_536, echo.context.write(echo.streams.get(0), much));
    server.sent();
    server.receive(rst(3, ErrorCode.CANCEL));
    assertEquals(List.of(), server.events());
  }

  @Test
  void opensAndEndsOnTheTimeOfTheEngine() {
    EngineSettings settings = EngineSettings.builder().extension(TYPE, Fuse::new).build();
    Wire client = new Wire(Role.CLIENT, settings);
    assertEquals(List.of(new Frame.Syn(3, 5, TYPE, false)), client.sent());
    assertEquals(SECOND, client.engine.nanosToNextDeadline(0));
    client.at(SECOND);
    assertEquals(List.of(goAway(0, ErrorCode.CANCEL, "burnt down")), client.sent());
    Termination why = new Termination(Cause.CLOSED, false, 7, -1, "", "burnt down");
    assertEquals(why, client.engine.termination());
    client.at(SECOND + 1);
    assertEquals(List.of(), client.sent());
  }

  @Test
  void othersAreNotTickedOnceOneHasEndedTheSession() {
    EngineSettings settings =
        EngineSettings.builder()
            .extension(TYPE, Fuse::new)
            .extension(TYPE + 1, context -> counter(context, false))
            .build();
    Wire client = new Wire(Role.CLIENT, settings).at(SECOND - 1);
    assertEquals(1, counters.get(0).ticks);
    client.at(SECOND);
    assertEquals(1, counters.get(0).ticks);
  }

  @Test
  void frameThatEndsTheSessionDoesSoBeforeAnExtensionCan() {
    EngineSettings settings =
        EngineSettings.builder().extension(TYPE, context -> counter(context, true)).build();
    Wire server = new Wire(Role.SERVER, settings).receive(data(9, "x"));
    Termination why = server.engine.termination();
    assertNotNull(why);
    assertEquals(Cause.SESSION_ERROR, why.cause());
    assertEquals(0, counters.get(0).frames);
  }

  @Test
  void eachFrameIsToldOnce() {
    EngineSettings settings =
        EngineSettings.builder().extension(TYPE, context -> counter(context, false)).build();
    new Wire(Role.SERVER, settings).receive(syn(3), goAway(0, ErrorCode.NO_ERROR, "text"));
    assertEquals(2, counters.get(0).frames);
  }

  @Test
  void heartbeatOpensItsStreamBeforeOthers() {
    HeartbeatTiming timing = new HeartbeatTiming(SECOND, SECOND);
    EngineSettings settings =
        EngineSettings.builder().heartbeat(timing).extension(TYPE, Fuse::new).build();
    List<Frame> sent = new Wire(Role.CLIENT, settings).sent();
    assertEquals(new Frame.Syn(5, 5, TYPE, false), sent.get(1));
  }

  @Test
  void refusesTheStreamThatItDoesNotTake() {
    EngineSettings settings = EngineSettings.builder().extension(TYPE, Background::new).build();
    Wire server = new Wire(Role.SERVER, settings);
    server.receive(OPENING, new Frame.Syn(5, 0, TYPE, false));
    assertEquals(List.of(rst(5, ErrorCode.REFUSED_STREAM)), server.sent());
  }

  @Test
  void streamsCountAmongThePeers() {
    Wire server = wire(Role.SERVER, EngineSettings.builder().limits(onePeerStream()));
    server.receive(OPENING, syn(5));
    assertEquals(List.of(rst(5, ErrorCode.REFUSED_STREAM)), server.sent());
  }

  @Test
  void backgroundStreamsCountNowhere() {
    EngineSettings settings =
        EngineSettings.builder()
            .limits(onePeerStream())
            .maxOwnStreams(1)
            .extension(TYPE, context -> made(new Background(context)))
            .build();
    Wire server = new Wire(Role.SERVER, settings).receive(OPENING, syn(5));
    assertEquals(5, server.accept().id());
    OpenResult own = made.get(0).context.open(0);
    EngineStream opened = assertInstanceOf(OpenResult.Opened.class, own).stream();
    server.open();
    made.get(0).context.reset(opened, ErrorCode.CANCEL);
    assertEquals(List.of(), server.events(Event.Openable.class));
    assertInstanceOf(OpenResult.Full.class, server.engine.open(0, 0, false));
  }

  @Test
  void openerIsToldWhenAnExtensionLeavesItsPlace() {
    Wire client = wire(Role.CLIENT, EngineSettings.builder().maxOwnStreams(1));
    OpenResult own = made.get(0).context.open(0);
    assertInstanceOf(OpenResult.Full.class, made.get(0).context.open(0));
    assertInstanceOf(OpenResult.Full.class, client.engine.open(0, 0, false));
    made.get(0).context.reset(((OpenResult.Opened) own).stream(), ErrorCode.CANCEL);
    assertEquals(List.of(new Event.Openable()), client.events());
  }

  @Test
  void drainWaitsForItsStreamsUnlessInTheBackground() {
    Wire waits = server().receive(OPENING);
    waits.engine.drain(0);
    assertEquals(List.of(), waits.at(SECOND).events(Event.Drained.class));
    EngineSettings settings = EngineSettings.builder().extension(TYPE, Background::new).build();
    Wire drains = new Wire(Role.SERVER, settings).receive(OPENING);
    drains.engine.drain(0);
    assertEquals(1, drains.at(SECOND).events(Event.Drained.class).size());
  }

  @Test
  void tellsADrainThatNothingIsInFlight() {
    Wire server = server();
    made.get(0).context.nothingIsInFlight(); // no drain waits
    server.engine.drain(0);
    assertEquals(List.of(goAway(Integer.MAX_VALUE, 0, "")), server.sent());
    made.get(0).context.nothingIsInFlight();
    assertEquals(Long.MAX_VALUE, server.engine.nanosToNextDeadline(0));
    assertEquals(List.of(goAway(0, 0, "")), server.at(0).sent());
  }

  @Test
  void handsAStreamOver() {
    Wire server = server().receive(OPENING);
    Echo echo = made.get(0);
    EngineStream stream = echo.streams.remove(0);
    echo.context.handOver(stream);
    echo.context.handOver(stream);
    assertEquals(List.of(new Event.ExtensionOpened(stream)), server.events());
    server.receive(data(3, "for the owner"), rst(3, ErrorCode.CANCEL));
    assertEquals("for the owner", server.read(stream));
    assertEquals(1, server.events(Event.StreamEnded.class).size());
  }

  @Test
  void handsOverLiveStreamsOfThePeerOnly() {
    Wire server = server().receive(OPENING, rst(3, ErrorCode.CANCEL));
    ExtensionContext context = made.get(0).context;
    context.handOver(made.get(0).streams.get(0));
    assertEquals(List.of(), server.events());
    EngineStream own = ((OpenResult.Opened) context.open(0)).stream();
    assertThrows(IllegalArgumentException.class, () -> context.handOver(own));
  }

  @Test
  void refusesStreamsOfOtherTypes() {
    Wire client = wire(Role.CLIENT, EngineSettings.builder());
    EngineStream other = client.open();
    assertEquals(
        "stream 3 of type 0x00000000 is not of the extension 0xFFFFFF20",
        assertThrows(IllegalArgumentException.class, () -> made.get(0).context.finish(other))
            .getMessage());
  }

  @Test
  void refusesToEndTheSessionWithAnUnknownCode() {
    Wire client = wire(Role.CLIENT, EngineSettings.builder());
    ExtensionContext context = made.get(0).context;
    assertThrows(IllegalArgumentException.class, () -> context.endSession(Cause.CLOSED, 8, "", 0));
    assertNull(client.engine.termination());
  }

  @Test
  void refusesTwoOfOneType() {
    EngineSettingsBuilder one = EngineSettings.builder().extension(TYPE, Echo::new);
    assertThrows(IllegalArgumentException.class, () -> one.extension(TYPE, Fuse::new));
    one.extensions(Set.of(TYPE));
    assertThrows(IllegalArgumentException.class, one::build);
  }
}
