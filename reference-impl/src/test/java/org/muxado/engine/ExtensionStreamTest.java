package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.wndInc;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.frame.Frame;

/** Streams that the peer opens for an extension inside the engine: their windows, FIN on a SYN. */
class ExtensionStreamTest {

  private static final int TYPE = 0xFFFFFF20;
  private static final int INITIAL = EngineSettings.INITIAL_WINDOW_BYTES;
  private static final int LARGE = 1 << 20;

  /** Reads whatever comes. */
  private record Sink(ExtensionContext context) implements EngineExtension {

    @Override
    public void opened(EngineStream stream, long nowNanos) {}

    @Override
    public void received(EngineStream stream, long nowNanos) {
      context.read(stream, ByteBuffer.allocate(LARGE));
    }
  }

  /** Leaves each stream to the owner of the engine. */
  private record Giver(ExtensionContext context) implements EngineExtension {

    @Override
    public void opened(EngineStream stream, long nowNanos) {
      context.handOver(stream);
    }
  }

  /** Ends each stream once the peer has. */
  private record Polite(ExtensionContext context) implements EngineExtension {

    @Override
    public void opened(EngineStream stream, long nowNanos) {}

    @Override
    public void received(EngineStream stream, long nowNanos) {
      if (stream.inputHasEnded()) {
        context.finish(stream);
      }
    }
  }

  private static Wire server(EngineSettingsBuilder settings) {
    return new Wire(Role.SERVER, settings.build()).receive(opening(TYPE));
  }

  private static EngineSettingsBuilder large() {
    return EngineSettings.builder().receiveWindowBytes(LARGE);
  }

  private static Frame.Syn opening(int type) {
    return opening(type, false);
  }

  private static Frame.Syn opening(int type, boolean fin) {
    return new Frame.Syn(3, 0, type, fin);
  }

  /**
   * The stream had the initial window, and no WNDINC came before half of the large one was read.
   */
  @Test
  void windowOfTheSettingsIsGivenAtTheStart() {
    Wire server = server(large().extension(TYPE, Sink::new));
    assertEquals(List.of(wndInc(3, LARGE - INITIAL)), server.sent());
  }

  @Test
  void largeWindowIsGivenBack() {
    Wire server = server(large().extension(TYPE, Sink::new));
    int window = INITIAL;
    for (int i = 0; i < 1_000; i++) {
      window += increments(server) - 16_000;
      server.receive(data(3, 16_000));
    }
    assertNull(server.engine.termination());
    assertEquals(List.of(), server.events());
    assertTrue(window >= LARGE / 2, "a window of " + window);
  }

  private static int increments(Wire wire) {
    return wire.sent().stream().mapToInt(frame -> ((Frame.WndInc) frame).increment()).sum();
  }

  @Test
  void windowIsWidenedOnceWhereTheStreamIsHandedOver() {
    Wire server = server(large().extension(TYPE, Giver::new));
    assertEquals(List.of(wndInc(3, LARGE - INITIAL)), server.sent());
  }

  /** The heartbeat stream ran dry after 16,384 heartbeats. */
  @Test
  void heartbeatsAreAnsweredForEver() {
    Wire server = new Wire(Role.SERVER, large().build());
    server.receive(opening(EngineSettings.HEARTBEAT_TYPE), wndInc(3, LARGE)).sent();
    for (int i = 0; i < LARGE / Heartbeat.BYTES; i++) {
      server.receive(data(3, "beat"));
      assertTrue(server.sent().contains(data(3, "beat")), "heartbeat " + i);
    }
  }

  /** Nobody heard of this FIN: such streams lived for ever. */
  @Test
  void finOnTheSynIsTold() {
    EngineSettings settings = EngineSettings.builder().extension(TYPE, Polite::new).build();
    Wire server = new Wire(Role.SERVER, settings).receive(opening(TYPE, true));
    assertEquals(List.of(data(3, "", true)), server.sent());
  }

  @Test
  void finOnTheSynOfAHeartbeatStreamIsAnswered() {
    Wire server = Wire.server().receive(opening(EngineSettings.HEARTBEAT_TYPE, true));
    assertEquals(List.of(data(3, "", true)), server.sent());
  }

  @Test
  void finOnTheSynOfAStreamHandedOverIsTheOwners() {
    Wire server = server(EngineSettings.builder().extension(TYPE, Giver::new));
    server.events();
    server.receive(new Frame.Syn(5, 0, TYPE, true));
    EngineStream stream = server.events(Event.ExtensionOpened.class).get(0).stream();
    assertEquals("EOF", server.read(stream));
    assertEquals(List.of(), server.sent());
  }
}
