package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How many own streams may live, and what opening says beyond. */
class OwnStreamLimitTest {

  private final Wire wire =
      new Wire(
          Role.CLIENT,
          EngineSettings.builder().maxOwnStreams(2).heartbeat(HeartbeatTiming.DEFAULT).build());

  @Test
  void saysFullWithoutTakingAnId() {
    wire.open();
    wire.open();
    assertInstanceOf(OpenResult.Full.class, wire.engine.open(0, 0, false));
    assertInstanceOf(OpenResult.Full.class, wire.engine.open(0, 0, false));
    wire.sent();
    wire.receive(Wire.rst(5, 7));
    assertEquals(9, wire.open().id()); // the heartbeat took 3 and no place
    assertInstanceOf(OpenResult.Full.class, wire.engine.open(0, 0, false));
  }

  @Test
  void tellsOfEachOwnStreamThatEnds() {
    EngineStream first = wire.open();
    EngineStream second = wire.open();
    wire.sent();
    wire.receive(Wire.syn(2));
    EngineStream peers = wire.accept();
    wire.events();
    wire.engine.reset(peers, 7);
    assertEquals(List.of(), wire.events(Event.Openable.class));
    wire.engine.reset(first, 7);
    wire.engine.reset(second, 7);
    assertEquals(2, wire.events(Event.Openable.class).size());
  }

  @Test
  void tellsNothingWithoutALimit() {
    Wire free = Wire.client();
    free.engine.reset(free.open(), 7);
    assertEquals(List.of(), free.events(Event.Openable.class));
  }

  @Test
  void refusalsComeBeforeTheLimit() {
    wire.open();
    wire.open();
    assertThrows(IllegalArgumentException.class, () -> wire.engine.open(-1, 0, false));
    wire.sent();
    wire.receive(Wire.goAway(7, 0, ""));
    assertEquals(EndKind.GONE_AWAY, wire.refusal().kind());
  }

  @Test
  void limitIsAtLeastOne() {
    EngineSettingsBuilder builder = EngineSettings.builder().maxOwnStreams(0);
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, builder::build);
    assertEquals("maxOwnStreams of 0 is below 1", refused.getMessage());
  }
}
