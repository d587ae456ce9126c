package org.muxado.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.EndKind;
import org.muxado.engine.RetryVerdict;
import org.muxado.frame.ErrorCode;
import org.muxado.session.Background;
import org.muxado.session.CallTimeoutException;
import org.muxado.session.Link;
import org.muxado.session.Link.Kind;
import org.muxado.session.SessionEndedException;
import org.muxado.session.Stream;
import org.muxado.session.StreamClosedException;
import org.muxado.session.StreamResetException;

/** A connected socket over a stream: what its calls do, and how they fail. */
@Timeout(60)
class StreamSocketTest {

  private Link link;
  private StreamSocket there;
  private StreamSocket here;
  private InputStream in;
  private OutputStream out;

  @BeforeEach
  void connect() throws Exception {
    link = Link.over(Kind.IN_MEMORY);
    there = StreamSocket.over(link.client.open());
    here = StreamSocket.over(link.server.accept());
    in = here.getInputStream();
    out = there.getOutputStream();
  }

  @AfterEach
  void kill() {
    link.close();
  }

  private static byte[] octets(String text) {
    return text.getBytes(US_ASCII);
  }

  private Stream stream() {
    return there.stream();
  }

  @Test
  void carriesOctetsBothWays() throws Exception {
    out.write(octets("hello"));
    out.write('!');
    assertEquals('h', in.read());
    assertArrayEquals(octets("ello!"), in.readNBytes(5));
    here.getOutputStream().write(octets("there"));
    assertArrayEquals(octets("there"), there.getInputStream().readNBytes(5));
  }

  @Test
  void oneStreamForEachDirection() throws Exception {
    assertSame(in, here.getInputStream());
    assertSame(out, there.getOutputStream());
  }

  @Test
  void halfCloseLeavesTheOtherDirection() throws Exception {
    there.shutdownOutput();
    assertTrue(there.isOutputShutdown());
    assertEquals(-1, in.read());
    here.getOutputStream().write(octets("late"));
    assertArrayEquals(octets("late"), there.getInputStream().readNBytes(4));
    SocketException failure = assertThrows(SocketException.class, () -> out.write(1));
    assertInstanceOf(StreamClosedException.class, failure.getCause());
    assertThrows(SocketException.class, there::getOutputStream);
    assertThrows(SocketException.class, there::shutdownOutput);
  }

  @Test
  void inputThatWasShutDownIsAtItsEnd() throws Exception {
    out.write(octets("unread"));
    here.shutdownInput();
    assertTrue(here.isInputShutdown());
    assertEquals(-1, in.read());
    assertEquals(0, in.available());
    assertThrows(SocketException.class, here::getInputStream);
    here.getOutputStream().write(octets("on"));
    assertArrayEquals(octets("on"), there.getInputStream().readNBytes(2));
  }

  @Test
  void inputThatWasShutDownEndsWhateverFollows() throws Exception {
    here.shutdownInput();
    stream().reset(ErrorCode.CANCEL);
    assertEquals(EndKind.RESET_BY_PEER, here.stream().awaitOutcome().kind());
    assertEquals(-1, in.read());
    here.close();
    assertThrows(SocketException.class, in::read);
  }

  @Test
  void shutdownInputBehindTheFinDiscardsWhatCame() throws Exception {
    out.write(octets("unread"));
    there.shutdownOutput();
    assertEquals('u', in.read());
    here.shutdownInput();
    assertEquals(0, in.available());
    assertEquals(-1, in.read());
  }

  @Test
  void shutdownInputEndsABlockedRead() throws Exception {
    Background<Integer> reading = Background.run(in::read).untilItWaits();
    here.shutdownInput();
    assertEquals(-1, reading.get());
  }

  @Test
  void readTimesOutAndLosesNothing() throws Exception {
    out.write(octets("ab"));
    here.setSoTimeout(5);
    assertArrayEquals(octets("ab"), in.readNBytes(2));
    SocketTimeoutException timeout = assertThrows(SocketTimeoutException.class, in::read);
    assertInstanceOf(CallTimeoutException.class, timeout.getCause());
    out.write('c');
    here.setSoTimeout(0);
    assertEquals('c', in.read());
  }

  @Test
  void writeTimesOutAndTellsHowMuchItTook() throws Exception {
    stream().setWriteTimeout(Duration.ofMillis(5));
    SocketTimeoutException timeout =
        assertThrows(SocketTimeoutException.class, () -> out.write(new byte[1_000_000]));
    assertInstanceOf(CallTimeoutException.class, timeout.getCause());
    assertEquals(timeout.bytesTransferred, in.readNBytes(timeout.bytesTransferred).length);
    assertEquals(0, in.available());
  }

  @Test
  void closeEndsABlockedRead() throws Exception {
    Background<Integer> reading = Background.run(in::read).untilItWaits();
    here.close();
    SocketException failure = assertInstanceOf(SocketException.class, reading.failure());
    assertInstanceOf(StreamClosedException.class, failure.getCause());
  }

  @Test
  void closeEndsABlockedWrite() throws Exception {
    Background<Void> writing =
        Background.<Void>run(
                () -> {
                  out.write(new byte[1_000_000]);
                  return null;
                })
            .untilItWaits();
    there.close();
    SocketException failure = assertInstanceOf(SocketException.class, writing.failure());
    assertInstanceOf(StreamClosedException.class, failure.getCause());
  }

  @Test
  void closedSocketRefusesCallsAndClosesAgain() throws Exception {
    assertFalse(there.isClosed());
    there.close();
    there.close();
    assertTrue(there.isClosed());
    assertTrue(there.isConnected());
    assertTrue(there.isBound());
    assertThrows(SocketException.class, there::getInputStream);
    assertThrows(SocketException.class, () -> there.setSoTimeout(1));
    assertThrows(SocketException.class, there::shutdownInput);
    SocketException failure = assertThrows(SocketException.class, () -> out.write(1));
    assertInstanceOf(StreamClosedException.class, failure.getCause());
    assertEquals(-1, in.read());
  }

  @Test
  void availableTellsOfAClosedSocket() throws Exception {
    out.write(octets("abc"));
    assertEquals('a', in.read());
    assertEquals(2, in.available());
    here.close();
    assertThrows(SocketException.class, in::available);
  }

  @Test
  void closingAViewClosesTheSocket() throws Exception {
    in.close();
    assertTrue(here.isClosed());
    out.close();
    assertTrue(there.isClosed());
    assertEquals(EndKind.FINISHED, here.stream().awaitOutcome().kind());
  }

  @Test
  void lingeringForNoTimeResetsAtClose() throws Exception {
    there.setSoLinger(true, 0);
    there.close();
    SocketException failure = assertThrows(SocketException.class, in::read);
    StreamResetException reset = assertInstanceOf(StreamResetException.class, failure.getCause());
    assertEquals(ErrorCode.CANCEL, reset.code());
  }

  @Test
  void failureTellsTheRetryVerdict() throws Exception {
    link.server.kill();
    stream().awaitOutcome();
    SocketException failure = assertThrows(SocketException.class, () -> out.write(1));
    SessionEndedException lost = assertInstanceOf(SessionEndedException.class, failure.getCause());
    assertEquals(RetryVerdict.UNKNOWN, lost.retry());
    assertEquals(lost.getMessage(), failure.getMessage());
  }

  @Test
  void shutdownOutputOfAFailedStreamFails() throws Exception {
    here.stream().reset(ErrorCode.CANCEL);
    stream().awaitOutcome();
    SocketException failure = assertThrows(SocketException.class, there::shutdownOutput);
    assertInstanceOf(StreamResetException.class, failure.getCause());
  }

  @Test
  void interruptEndsOneCallOnly() throws Exception {
    Background<Integer> reading = Background.run(in::read).untilItWaits();
    reading.interrupt();
    assertEquals(InterruptedIOException.class, reading.failure().getClass());
    staysUsable();
  }

  @Test
  void interruptOfAVirtualThreadEndsOneCallOnly() throws Exception {
    assumeTrue(Background.hasVirtualThreads());
    Background<Integer> reading = Background.runVirtual(in::read).untilItWaits();
    reading.interrupt();
    assertEquals(InterruptedIOException.class, reading.failure().getClass());
    staysUsable();
  }

  private void staysUsable() throws Exception {
    assertFalse(here.isClosed());
    out.write('x');
    assertEquals('x', in.read());
  }

  @Test
  void addressesNameTheStreamAndStay() throws Exception {
    int id = stream().id();
    String name = "stream-" + id + ".muxado/[100:0:0:0:0:0:0:" + id + "]:" + id;
    String session = "session.muxado/[100:0:0:0:0:0:0:0]:0";
    assertEquals(name, there.getLocalSocketAddress().toString());
    assertEquals(session, there.getRemoteSocketAddress().toString());
    assertEquals(name, here.getRemoteSocketAddress().toString());
    assertEquals(session, here.getLocalSocketAddress().toString());
    assertEquals(id, there.getLocalPort());
    assertEquals(id, here.getPort());
    there.close();
    assertEquals(session, there.getRemoteSocketAddress().toString());
    assertEquals("socket over stream " + id + ", to " + session, there.toString());
  }

  @Test
  void carriesNoUrgentDataAndHasNoChannel() {
    assertThrows(SocketException.class, () -> there.sendUrgentData(1));
    assertNull(there.getChannel());
  }
}
