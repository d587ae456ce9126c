package org.muxado.session;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes calls that read the transport themselves while they wait, for tests. */
final class ReadingCall {

  /** A thread that is not scheduled for a tick fails a try. */
  private static final int TRIES = 1_000;

  private ReadingCall() {}

  /**
   * A read of one octet that waits inside the transport.
   *
   * @param there the stream to read
   * @param here its other end
   */
  static Background<Integer> of(Stream there, Stream here) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      AtomicInteger done = new AtomicInteger();
      Background<Integer> second =
          Background.run(
              () -> {
                there.read(ByteBuffer.allocate(1)); // after it the input lies free for a tick
                done.incrementAndGet();
                return there.read(ByteBuffer.allocate(1));
              });
      second.untilItWaits();
      here.write(Bytes.of("a"));
      while (done.get() == 0) {
        Thread.onSpinWait();
      }
      if (second.untilItWaits().isReading()) {
        return second;
      }
      here.write(Bytes.of("b")); // the tick was over before
      second.get();
    }
    throw new AssertionError("none of " + TRIES + " calls on stream " + there.id() + " has read");
  }
}
