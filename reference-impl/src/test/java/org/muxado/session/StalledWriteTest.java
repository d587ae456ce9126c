package org.muxado.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.Role;
import org.muxado.transport.StreamTransport;

/** A write to a transport that blocks, while nothing else happens on the session (LIMIT-5). */
@Timeout(60)
class StalledWriteTest {

  private final CountDownLatch writing = new CountDownLatch(1);
  private final CountDownLatch dropped = new CountDownLatch(1);
  private final TestClock clock = new TestClock();
  private final SessionSettings still =
      SessionSettings.builder().noHeartbeat().clock(clock).build();

  /** No timer was set for the write unless a call came by while it went on. */
  @Test
  void endsTheSessionThoughNobodyCallsMeanwhile() throws Exception {
    StreamTransport stuck =
        new StreamTransport("stuck", new Silent(), new Full(), () -> {}, dropped::countDown);
    Session session = Session.start(Role.CLIENT, stuck, still);
    session.open();
    writing.await();
    clock.advance(still.protocol().limits().writeStallNanos());
    clock.advance(Duration.ofSeconds(1).toNanos());
    dropped.await();
  }

  private final class Full extends OutputStream {

    @Override
    public void write(int octet) throws IOException {
      write(new byte[1], 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      writing.countDown();
      throw dropped();
    }
  }

  private final class Silent extends InputStream {

    @Override
    public int read() throws IOException {
      throw dropped();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      throw dropped();
    }
  }

  /** Waits until the transport is dropped. */
  private IOException dropped() {
    try {
      dropped.await();
      return new IOException("dropped");
    } catch (InterruptedException e) {
      return new IOException(e);
    }
  }
}
