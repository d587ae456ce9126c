package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muxado.engine.Role;
import org.muxado.transport.InMemoryTransport;

/** Settings that are refused say which, with the value and what is allowed. */
class SessionSettingsTest {

  private static String refusal(SessionSettingsBuilder builder) {
    return assertThrows(IllegalArgumentException.class, builder::build).getMessage();
  }

  @Test
  void refusedSettingsNameValueAndRange() {
    assertEquals("backlog of 0 is below 1", refusal(SessionSettings.builder().backlog(0)));
    assertEquals(
        "receiveWindowBytes of 65535 is below 65536",
        refusal(SessionSettings.builder().receiveWindowBytes(65_535)));
    assertEquals(
        "sendQueueBytes of 3 is below 4", refusal(SessionSettings.builder().sendQueueBytes(3)));
    assertEquals(
        "extension type 0xFFFFFEFF is not from 0xFFFFFF00 up",
        refusal(SessionSettings.builder().extensions(Set.of(0xFFFFFEFF))));
  }

  @Test
  void refusedFirstIdNamesTheRange() {
    SessionSettings even = SessionSettings.builder().firstStreamId(4).build();
    InMemoryTransport end = InMemoryTransport.pair(100).client();
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Session.start(Role.CLIENT, end, even));
    assertEquals(
        "first stream id of 4 for a CLIENT: one that is odd and at least 3 is needed",
        refused.getMessage());
  }

  @Test
  void negativeDurationsAreRefusedAndLongOnesCut() {
    SessionSettingsBuilder builder = SessionSettings.builder();
    Duration negative = Duration.ofMillis(-1);
    assertThrows(IllegalArgumentException.class, () -> builder.linger(negative));
    assertThrows(IllegalArgumentException.class, () -> builder.flush(negative));
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
    SessionSettings patient =
        builder
            .linger(longest)
            .flush(longest)
            .drainDelay(longest)
            .heartbeat(longest, longest)
            .build();
    assertEquals(Long.MAX_VALUE / 2, patient.protocol().closeNanos());
  }

  @Test
  void settingsDoNotChangeWithTheirBuilder() {
    Set<Integer> types = new HashSet<>(Set.of(0xFFFFFF00));
    SessionSettingsBuilder builder = SessionSettings.builder().extensions(types).backlog(7);
    SessionSettings made = builder.build();
    types.clear();
    builder.backlog(8);
    assertEquals(Set.of(0xFFFFFF00), made.protocol().extensions().keySet());
    assertEquals(7, made.protocol().backlog());
  }
}
