package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.session.Link.Kind;

/** A stream as a channel, and octet by octet. */
@Timeout(60)
class StreamChannelTest {

  private Link link;
  private Stream there;
  private Stream here;

  @BeforeEach
  void connect() throws Exception {
    link = Link.over(Kind.IN_MEMORY);
    there = link.client.open();
    here = link.server.accept();
  }

  @AfterEach
  void kill() {
    link.close();
  }

  @Test
  void channelCarriesOctetsBothWays() throws Exception {
    ByteChannel one = there.channel();
    ByteChannel other = here.channel();
    assertEquals(5, one.write(Bytes.of("hello")));
    ByteBuffer target = ByteBuffer.allocate(10);
    assertEquals(5, other.read(target));
    assertEquals(5, other.write(target.flip()));
    assertEquals("hello", Bytes.readText(there, 5));
  }

  @Test
  void closedChannelHasClosedItsStream() throws Exception {
    ByteChannel channel = there.channel();
    assertTrue(channel.isOpen());
    channel.close();
    assertFalse(channel.isOpen());
    assertThrows(ClosedChannelException.class, () -> channel.read(ByteBuffer.allocate(1)));
    assertThrows(ClosedChannelException.class, () -> channel.write(Bytes.of("x")));
    assertEquals(-1, here.channel().read(ByteBuffer.allocate(1)));
  }

  @Test
  void interruptLeavesTheChannelOpen() throws Exception {
    ByteChannel channel = here.channel();
    Background<Integer> reading =
        Background.run(() -> channel.read(ByteBuffer.allocate(1))).untilItWaits();
    reading.interrupt();
    assertInstanceOf(InterruptedIOException.class, reading.failure());
    assertTrue(channel.isOpen());
    there.write(Bytes.of("x"));
    assertEquals(1, channel.read(ByteBuffer.allocate(1)));
  }

  @Test
  void octetsGoOneByOne() throws Exception {
    InputStream in = here.inputStream();
    Background<Integer> reading = Background.run(in::read).untilItWaits();
    OutputStream out = there.outputStream();
    out.write(0x1FF); // the low octet counts
    assertEquals(0xFF, reading.get());
    out.write(0);
    out.close();
    assertEquals(0, in.read());
    assertEquals(-1, in.read());
    assertThrows(StreamClosedException.class, () -> out.write(1));
  }

  @Test
  void octetsOfManyStreamsDoNotMix() throws Exception {
    Stream second = link.client.open();
    Stream secondHere = link.server.accept();
    Background<Void> one = Background.run(() -> writeOctets(there, 1));
    Background<Void> two = Background.run(() -> writeOctets(second, 2));
    Background<Void> read = Background.run(() -> readOctets(here, 1));
    readOctets(secondHere, 2);
    one.get();
    two.get();
    read.get();
  }

  private static Void writeOctets(Stream stream, int seed) throws Exception {
    OutputStream out = stream.outputStream();
    for (byte octet : Bytes.pattern(200_000, seed)) {
      out.write(octet);
    }
    return null;
  }

  private static Void readOctets(Stream stream, int seed) throws Exception {
    InputStream in = stream.inputStream();
    for (byte octet : Bytes.pattern(200_000, seed)) {
      assertEquals(octet, (byte) in.read());
    }
    return null;
  }

  @Test
  void octetsHaveTheLimitsOfTheirStream() throws Exception {
    here.setReadTimeout(Duration.ofMillis(2));
    InputStream in = here.inputStream();
    assertThrows(CallTimeoutException.class, in::read);
    there.setWriteTimeout(Duration.ofMillis(2));
    there.write(ByteBuffer.allocate(65_536));
    OutputStream out = there.outputStream();
    assertThrows(
        CallTimeoutException.class,
        () -> {
          while (true) {
            out.write(1);
          }
        });
  }
}
