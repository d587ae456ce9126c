package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.engine.Outcome;
import org.muxado.engine.RetryVerdict;
import org.muxado.session.Link.Kind;

/**
 * Hazards: the reader never waits on writing; a slow reader or a full backlog stalls nobody else.
 */
@Timeout(60)
class StallHazardTest {

  private static final int WINDOW = 65_536;
  private static final int STREAMS = 10;

  @Test
  void bothEndsWriteFullWindowsIntoSmallPipes() throws Exception {
    try (Link link = Link.inMemory(2_000, Link.PLAIN)) {
      bothEndsWriteFullWindows(link);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void bothEndsWriteFullWindows(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      bothEndsWriteFullWindows(link);
    }
  }

  private static void bothEndsWriteFullWindows(Link link) throws Exception {
    List<Stream> mine = new ArrayList<>();
    List<Stream> theirs = new ArrayList<>();
    for (int i = 0; i < STREAMS; i++) {
      mine.add(link.client.open());
      theirs.add(link.server.accept());
    }
    Background<Void> up = Background.run(() -> writeWindows(mine, 1));
    writeWindows(theirs, 2);
    up.get(); // everything is taken, though nobody has read an octet
    for (int i = 0; i < STREAMS; i++) {
      assertArrayEquals(Bytes.pattern(WINDOW, 1 + i), Bytes.readAll(theirs.get(i)));
      assertArrayEquals(Bytes.pattern(WINDOW, 2 + i), Bytes.readAll(mine.get(i)));
    }
  }

  private static Void writeWindows(List<Stream> streams, int seed) throws IOException {
    for (int i = 0; i < streams.size(); i++) {
      streams.get(i).writeLast(ByteBuffer.wrap(Bytes.pattern(WINDOW, seed + i)));
    }
    return null;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void slowReaderStallsNobodyElse(Kind kind) throws Exception {
    try (Link link = Link.over(kind)) {
      Stream slow = link.client.open();
      link.server.accept(); // never read
      Background<Void> stuck =
          Background.run(
              () -> {
                slow.write(ByteBuffer.allocate(1_000_000));
                return null;
              });
      stuck.untilItWaits();
      Stream there = link.client.open();
      Stream here = link.server.accept();
      for (int i = 0; i < 100; i++) {
        there.write(Bytes.of("ping"));
        assertEquals("ping", Bytes.readText(here, 4));
        here.write(Bytes.of("pong"));
        assertEquals("pong", Bytes.readText(there, 4));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void fullBacklogStallsNobodyElse(Kind kind) throws Exception {
    SessionSettings small = SessionSettings.builder().noHeartbeat().backlog(2).build();
    try (Link link = Link.over(kind, small)) {
      Stream there = link.client.open();
      Stream here = link.server.accept();
      Stream first = link.client.open();
      Stream second = link.client.open();
      Outcome refused = link.client.open().awaitOutcome();
      assertEquals(RetryVerdict.NOT_PROCESSED, refused.retry());
      there.write(Bytes.of("ping"));
      assertEquals("ping", Bytes.readText(here, 4));
      assertEquals(first.id(), link.server.accept().id());
      assertEquals(second.id(), link.server.accept().id());
      assertEquals(second.id() + 4, link.client.open().id());
    }
  }
}
