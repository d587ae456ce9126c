package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.session.Link.Kind;

/** Hazard: an interrupted user thread must not close the shared transport. */
@Timeout(60)
class InterruptHazardTest {

  @ParameterizedTest
  @EnumSource(Kind.class)
  void interruptOfAReaderEndsThatCallAlone(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      Stream there = link.client.open();
      Background<Integer> reading = Background.run(() -> there.read(ByteBuffer.allocate(1)));
      interruptOne(reading);
      assertStillWorks(there, link.server.accept());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void interruptOfAVirtualReaderEndsThatCallAlone(Kind kind) throws Exception {
    assumeTrue(Background.hasVirtualThreads());
    try (Link link = Link.over(kind)) {
      Stream there = link.client.open();
      interruptOne(Background.runVirtual(() -> there.read(ByteBuffer.allocate(1))));
      assertStillWorks(there, link.server.accept());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void interruptOfAWriterTellsHowMuchWasTaken(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      Stream there = link.client.open();
      byte[] large = Bytes.pattern(500_000, 3);
      InterruptedIOException end = interruptOne(Background.run(writing(there, large)));
      int taken = end.bytesTransferred;
      assertTrue(taken >= 65_536 && taken < large.length, "taken: " + taken);
      Stream here = link.server.accept();
      ByteBuffer rest = ByteBuffer.wrap(large, taken, large.length - taken);
      Background<Void> writing =
          Background.run(
              () -> {
                there.writeLast(rest);
                return null;
              });
      assertArrayEquals(large, Bytes.readAll(here));
      writing.get();
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void interruptOfAnAcceptorLeavesTheSession(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      interruptOne(Background.run(link.server::accept));
      Stream there = link.client.open();
      assertStillWorks(there, link.server.accept());
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void anInterruptedThreadMayWriteWithoutWaiting(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      Stream there = link.client.open();
      Background<Boolean> writing =
          Background.run(
              () -> {
                Thread.currentThread().interrupt();
                for (int i = 0; i < 100; i++) {
                  there.write(Bytes.of("0123456789"));
                }
                return Thread.interrupted();
              });
      assertTrue(writing.get());
      Stream here = link.server.accept();
      assertEquals("0123456789", Bytes.readText(here, 1_000).substring(990));
      assertStillWorks(there, here);
    }
  }

  @Test
  void anInterruptedAcceptorPassesTheStreamOn() throws Exception {
    try (Link link = Link.over(Kind.IN_MEMORY)) {
      for (int i = 0; i < 200; i++) {
        Background<Stream> first = Background.run(link.server::accept).untilItWaits();
        Background<Stream> second = Background.run(link.server::accept).untilItWaits();
        Stream there = link.client.open();
        first.interrupt();
        if (first.isInterrupted()) {
          assertEquals(there.id(), second.get().id());
        } else {
          assertEquals(there.id(), first.get().id());
          second.interrupt();
          assertTrue(second.isInterrupted());
        }
      }
    }
  }

  private static Callable<Void> writing(Stream stream, byte[] octets) {
    return () -> {
      stream.write(ByteBuffer.wrap(octets));
      return null;
    };
  }

  private static InterruptedIOException interruptOne(Background<?> call) throws Exception {
    call.untilItWaits().interrupt();
    return assertInstanceOf(InterruptedIOException.class, call.failure());
  }

  private static void assertStillWorks(Stream there, Stream here) throws Exception {
    there.write(Bytes.of("ping"));
    assertEquals("ping", Bytes.readText(here, 4));
    here.write(Bytes.of("pong"));
    assertEquals("pong", Bytes.readText(there, 4));
  }
}
