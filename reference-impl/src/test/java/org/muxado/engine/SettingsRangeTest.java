package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each setting takes its least value, and names itself where it is given less. */
class SettingsRangeTest {

  @ParameterizedTest
  @CsvSource({
    "maxPeerStreams, 1",
    "maxQueuedAnswers, 2",
    "maxResets, 0",
    "resetWindowNanos, 1",
    "maxEmptyData, 0",
    "maxExcessWindowUpdates, 0",
    "maxGoAways, 1",
    "resetsRemembered, 1000",
    "writeStallNanos, 1",
    "frameNanos, 1"
  })
  void limitHasALeastValue(String name, int least) throws Exception {
    assertLeast(Limits.DEFAULT, name, least);
  }

  @ParameterizedTest
  @CsvSource({
    "backlog, 1",
    "maxOwnStreams, 1",
    "receiveWindowBytes, 65536",
    "windowGrowthBytes, 0",
    "sendQueueBytes, 4",
    "firstStreamId, 0",
    "flushNanos, 0",
    "closeNanos, 0",
    "drainNanos, 0",
    "closedStreamNanos, 0"
  })
  void settingHasALeastValue(String name, int least) throws Exception {
    assertLeast(EngineSettings.DEFAULT, name, least);
  }

  private static void assertLeast(Record valid, String name, int least) throws Exception {
    with(valid, name, least); // no exception
    InvocationTargetException refused =
        assertThrows(InvocationTargetException.class, () -> with(valid, name, least - 1));
    Throwable cause = assertInstanceOf(IllegalArgumentException.class, refused.getCause());
    assertEquals(name + " of " + (least - 1) + " is below " + least, cause.getMessage());
  }

  /** Makes a record that differs in one component. */
  private static void with(Record from, String name, int value) throws Exception {
    RecordComponent[] components = from.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      boolean changed = components[i].getName().equals(name);
      boolean wide = components[i].getType() == long.class;
      Object other = wide ? (Object) (long) value : (Object) value;
      values[i] = changed ? other : components[i].getAccessor().invoke(from);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    from.getClass().getDeclaredConstructor(types).newInstance(values);
  }
}
