package org.muxado.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.EndKind;
import org.muxado.engine.Outcome;
import org.muxado.engine.RetryVerdict;
import org.muxado.session.Link.Kind;

@Timeout(60)
class StreamTest {

  private Link link;

  @BeforeEach
  void connect() throws Exception {
    link = Link.over(Kind.IN_MEMORY);
  }

  @AfterEach
  void kill() {
    link.close();
  }

  @Test
  void firstOctetsLeaveWithTheSyn() throws Exception {
    Stream there = link.client.open(OpenOptions.DEFAULT, Bytes.of("now"));
    assertEquals("now", Bytes.readText(link.server.accept(), 3));
    assertNull(there.outcome());
  }

  @Test
  void refusedReadLosesNothing() throws Exception {
    Stream there = link.client.open(OpenOptions.DEFAULT, Bytes.of("all"));
    Stream here = link.server.accept();
    ByteBuffer readOnly = ByteBuffer.allocate(3).asReadOnlyBuffer();
    assertThrows(IllegalArgumentException.class, () -> here.read(readOnly));
    assertThrows(IllegalArgumentException.class, () -> here.tryRead(readOnly));
    assertEquals("all", Bytes.readText(here, 3));
    assertNull(there.outcome());
  }

  @Test
  void refusesFirstOctetsOnAStreamThatSendsNothing() {
    assertThrows(
        IllegalArgumentException.class,
        () -> link.client.open(OpenOptions.DEFAULT.withFin(), Bytes.of("x")));
  }

  @Test
  void halfCloseLeavesTheOtherDirection() throws Exception {
    Stream there = link.client.open();
    Stream here = link.server.accept();
    there.shutdownOutput();
    there.shutdownOutput();
    assertEquals(-1, here.read(ByteBuffer.allocate(1)));
    here.write(Bytes.of("still"));
    assertEquals("still", Bytes.readText(there, 5));
    MuxadoException failure = assertThrows(MuxadoException.class, () -> there.write(Bytes.of("x")));
    assertEquals(EndKind.CLOSED_HERE, failure.kind());
  }

  @Test
  void shuttingInputDownLetsThePeerGoOn() throws Exception {
    Stream there = link.client.open();
    Stream here = link.server.accept();
    here.shutdownInput();
    there.writeLast(ByteBuffer.allocate(200_000));
    here.writeLast(Bytes.of("x"));
    assertEquals("x", Bytes.readText(there, 1));
    assertThrows(MuxadoException.class, () -> here.read(ByteBuffer.allocate(1)));
    assertEquals(EndKind.FINISHED, there.awaitOutcome().kind());
  }

  @Test
  void streamWithFinOnItsSynOnlyReads() throws Exception {
    Stream there = link.client.open(OpenOptions.DEFAULT.withFin());
    Stream here = link.server.accept();
    assertEquals(-1, here.read(ByteBuffer.allocate(1)));
    here.writeLast(Bytes.of("push"));
    assertEquals("push", new String(Bytes.readAll(there), US_ASCII));
    assertThrows(MuxadoException.class, () -> there.write(Bytes.of("x")));
  }

  @Test
  void resetCarriesItsCodeAndVerdict() throws Exception {
    Stream there = link.client.open();
    link.server.accept().reset(7);
    Outcome outcome = there.awaitOutcome();
    assertEquals(EndKind.RESET_BY_PEER, outcome.kind());
    assertEquals(7, outcome.code());
    assertEquals(RetryVerdict.UNKNOWN, outcome.retry());
    MuxadoException failure =
        assertThrows(MuxadoException.class, () -> there.read(ByteBuffer.allocate(1)));
    assertTrue(failure.byPeer());
    assertEquals(there.id(), failure.streamId());
    assertThrows(MuxadoException.class, there::shutdownOutput);
  }

  @Test
  void refusesToResetAsRefused() throws Exception {
    Stream there = link.client.open();
    assertThrows(IllegalArgumentException.class, () -> there.reset(6));
    assertNull(there.outcome());
  }

  @Test
  void closeTellsThePeerToStop() throws Exception {
    Stream there = link.client.open();
    Stream here = link.server.accept();
    here.close();
    assertEquals(-1, there.read(ByteBuffer.allocate(1)));
    there.write(Bytes.of("unwanted"));
    assertEquals(7, there.awaitOutcome().code());
  }

  @Test
  void triesWithoutWaiting() throws Exception {
    assertNull(link.server.tryAccept());
    Stream there = link.client.open();
    assertEquals(0, there.tryRead(ByteBuffer.allocate(1)));
    ByteBuffer large = ByteBuffer.allocate(1_000_000);
    int taken = there.tryWrite(large);
    assertEquals(large.position(), taken);
    assertEquals(true, taken >= 65_536 && large.hasRemaining(), "taken: " + taken);
  }

  @Test
  void waitsForRoomToTryAgain() throws Exception {
    Stream there = link.client.open();
    Stream here = link.server.accept();
    Background<byte[]> reading = Background.run(() -> Bytes.readAll(here));
    ByteBuffer large = ByteBuffer.wrap(Bytes.pattern(1_000_000, 1));
    while (large.hasRemaining()) {
      there.awaitWritable();
      there.tryWrite(large);
    }
    there.close();
    there.awaitWritable(); // no room ever again: tryWrite fails at once
    assertThrows(MuxadoException.class, () -> there.tryWrite(ByteBuffer.allocate(1)));
    assertArrayEquals(Bytes.pattern(1_000_000, 1), reading.get());
  }

  @Test
  void readsNothingIntoAFullBuffer() throws Exception {
    assertEquals(0, link.client.open().read(ByteBuffer.allocate(0)));
  }

  @Test
  void viewsEndTheirDirectionWhenClosed() throws Exception {
    Stream there = link.client.open();
    Stream here = link.server.accept();
    try (OutputStream out = there.outputStream()) {
      out.write('a');
      out.write(new byte[] {'b', 'c'});
    }
    assertEquals('a', here.inputStream().read());
    assertEquals("bc", new String(Bytes.readAll(here), US_ASCII));
    assertEquals(-1, here.inputStream().read());
    there.inputStream().close();
    assertThrows(MuxadoException.class, () -> there.inputStream().read());
  }

  @Test
  void tellsHowManyOctetsAFailedWriteTook() throws Exception {
    Stream there = link.client.open();
    ByteBuffer large = ByteBuffer.allocate(1_000_000);
    Background<Void> writing =
        Background.run(
            () -> {
              there.write(large);
              return null;
            });
    writing.untilItWaits();
    there.reset(7);
    MuxadoException failure = (MuxadoException) writing.failure();
    assertEquals(EndKind.RESET_HERE, failure.kind());
    assertEquals(large.position(), failure.bytesTransferred());
    assertTrue(failure.bytesTransferred() >= 65_536);
  }
}
