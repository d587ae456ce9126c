package org.muxado.adapter.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.EndKind;
import org.muxado.session.Stream;

/** Streams between this library and the Go library, in either role, quirk setting off and on. */
@Timeout(120)
final class GoPairStreamsTest extends EachGoPair {

  private static final int MIB = 1 << 20;
  private static final int STREAMS = 8;

  @Test
  void opensStreamsFromBothSides() throws Exception {
    for (int round = 0; round < 10; round++) {
      assertEchoes(pair.openFromHere());
      assertEchoes(pair.openFromThere());
    }
  }

  /** The first stream is read in small pieces; a ninth one is not read before the others ended. */
  @Test
  void carriesEightStreamsOf64MibEachWay() throws Exception {
    try (Transfers eight = new Transfers(pair);
        Transfers slow = new Transfers(pair)) {
      Stream unread = pair.openFromThere();
      slow.send(unread, MIB);
      List<Stream> streams = new ArrayList<>();
      for (int i = 0; i < STREAMS / 2; i++) {
        streams.add(pair.openFromHere());
        streams.add(pair.openFromThere());
      }
      for (Stream stream : streams) {
        eight.send(stream, 64 * MIB);
        int pieceBytes = stream == streams.get(0) ? 4_000 : Payload.CHUNK_BYTES;
        eight.receive(stream, 64 * MIB, pieceBytes);
      }
      eight.await();
      assertEquals(2, slow.unfinished(), "an unread stream goes beyond its window");
      slow.receive(unread, MIB, Payload.CHUNK_BYTES);
      slow.await();
    }
  }

  @Test
  void sendsOnAfterTheirHalfClose() throws Exception {
    Stream stream = pair.openFromThere();
    pair.tell("half-close", stream.id());
    assertEquals(-1, stream.read(ByteBuffer.allocate(1)));
    CompletableFuture<String> received = pair.go().call("receive", stream.id(), MIB, 10_000);
    Payload.send(stream, MIB);
    received.get();
    assertNull(stream.outcome());
    stream.shutdownOutput();
    assertEquals("0 EOF", pair.tell("rest", stream.id()));
    assertEquals(EndKind.FINISHED, stream.awaitOutcome().kind());
  }

  @Test
  void receivesOnAfterOurHalfClose() throws Exception {
    Stream stream = pair.openFromHere();
    stream.shutdownOutput();
    assertEquals("0 EOF", pair.tell("rest", stream.id()));
    CompletableFuture<String> sent = pair.go().call("send", stream.id(), MIB);
    Payload.receive(stream, MIB, 10_000);
    sent.get();
    assertNull(stream.outcome());
    pair.tell("half-close", stream.id());
    assertEquals(-1, stream.read(ByteBuffer.allocate(1)));
    assertEquals(EndKind.FINISHED, stream.awaitOutcome().kind());
  }

  /** The Go library sends FIN again when a stream is closed that was half-closed (INTEROP-5). */
  @Test
  void ignoresTheSecondFinOfAClose() throws Exception {
    Stream stream = pair.openFromThere();
    pair.tell("half-close", stream.id());
    stream.shutdownOutput();
    assertEquals("0 EOF", pair.tell("rest", stream.id()));
    pair.tell("close", stream.id());
    assertEchoes(pair.openFromThere());
    assertEquals(EndKind.FINISHED, stream.awaitOutcome().kind());
  }

  private void assertEchoes(Stream stream) throws Exception {
    CompletableFuture<String> echoed = pair.go().call("echo", stream.id());
    byte[] text = ("to and fro on " + stream).getBytes(StandardCharsets.US_ASCII);
    stream.writeLast(ByteBuffer.wrap(text));
    assertArrayEquals(text, stream.inputStream().readAllBytes());
    assertEquals(Integer.toString(text.length), echoed.get());
    assertEquals(EndKind.FINISHED, stream.awaitOutcome().kind());
  }
}
