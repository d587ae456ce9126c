package org.muxado.session;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes calls that read the transport themselves while they wait, for tests. */
final class ReadingCall {

  private ReadingCall() {}

  /**
   * A read of one octet that waits inside the transport.
   *
   * @param there the stream to read
   * @param here its other end
   */
  static Background<Integer> of(Stream there, Stream here) throws Exception {
    while (true) {
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
  }
}
