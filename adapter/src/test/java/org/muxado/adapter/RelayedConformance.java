package org.muxado.adapter;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.muxado.tck.junit.ConformanceTest;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.KitSettings;
import org.muxado.vectors.conversation.Conversation.Chunking;

/** The library over connections of a kind against the kit. */
abstract class RelayedConformance extends ConformanceTest {

  /**
   * A connection holds octets that the kit's gate holds back, so that no write of the library waits
   * or fails, and octets that the library has yet to read when the clock jumps; a break overtakes
   * input; and the kit's end cannot tell a connection that was released from one whose output
   * ended.
   */
  private static final Set<String> NEED_THE_WIRE_ITSELF =
      Set.of(
          "retry/blocked-syn-and-the-one-behind-it",
          "retry/failed-write-does-not-hide-the-input",
          "end/close-gives-up-on-queued-data",
          "end/close-does-not-wait-for-the-peer-for-ever",
          "end/error-lingers-for-its-time",
          "end/flush-gives-up",
          "end/half-written-frame-has-its-time",
          "limit/frame-in-time-with-octets-between",
          "limit/frame-time-is-named",
          "limit/header-that-does-not-end",
          "limit/waiting-frames-at-the-limit",
          "limit/write-that-stalls");

  /** What carries the sessions. */
  abstract RelayedImplementation.Carrier carrier();

  @Override
  protected final Implementation implementation() {
    return new RelayedImplementation(carrier());
  }

  @Override
  protected final KitSettings settings() {
    return new KitSettings(4, EnumSet.of(Chunking.SPLIT_HEADERS));
  }

  /** Whether the kind of connection can carry a case, which is named without its role. */
  boolean carries(String caseName) {
    return true;
  }

  @Override
  protected final Stream<KitCase> cases() {
    return super.cases().filter(kitCase -> isPossible(kitCase.id().replaceFirst("@.*", "")));
  }

  private boolean isPossible(String caseName) {
    return !NEED_THE_WIRE_ITSELF.contains(caseName) && carries(caseName);
  }
}
