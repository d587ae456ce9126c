package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.transport.InMemoryTransport;
import org.muxado.transport.StreamTransport;
import org.muxado.transport.Transport;

/** Which threads are virtual; a virtual thread is in the group VirtualThreads, on any Java. */
@Timeout(60)
class ThreadChoiceTest {

  private static boolean isVirtual(Thread thread) {
    return "VirtualThreads".equals(thread.getThreadGroup().getName());
  }

  private static Thread own(ThreadChoice choice) {
    return threads(choice, InMemoryTransport.pair(1).client()).own("own", () -> {});
  }

  private static Thread forApplication(ThreadChoice choice) {
    return threads(choice, strange()).forApplication("for the application", () -> {});
  }

  private static SessionThreads threads(ThreadChoice choice, Transport transport) {
    return new SessionThreads(choice, transport);
  }

  /** Over streams of which nobody knows what they hold. */
  private static Transport strange() {
    InputStream in = InputStream.nullInputStream();
    OutputStream out = OutputStream.nullOutputStream();
    return new StreamTransport("strange", in, out, out, in);
  }

  @Test
  void platformMakesPlatformThreads() {
    assertFalse(isVirtual(own(ThreadChoice.PLATFORM)));
    assertFalse(isVirtual(forApplication(ThreadChoice.PLATFORM)));
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void octetsGoThroughVirtualThreads() throws Exception {
    Thread own = own(ThreadChoice.AUTOMATIC);
    assertTrue(isVirtual(own));
    assertTrue(own.isDaemon());
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
      Transport overSocket = StreamTransport.of(socket);
      assertTrue(isVirtual(threads(ThreadChoice.AUTOMATIC, overSocket).own("own", () -> {})));
    }
  }

  /** A stream that waits in native code, or with a monitor held, would keep the carrier. */
  @Test
  void strangeStreamsHavePlatformThreads() {
    Thread own = threads(ThreadChoice.AUTOMATIC, strange()).own("own", () -> {});
    assertFalse(isVirtual(own));
    assertTrue(own.isDaemon());
  }

  /** Many more waiting sessions than there can be carriers (256) leave all running. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aThousandWaitingSessionsHoldNoCarriers() throws Exception {
    List<Link> links = new ArrayList<>();
    try {
      for (int i = 0; i < 500; i++) {
        links.add(Link.over(Link.Kind.TCP)); // two sessions
        exchange(links.get(i));
      }
      assertEquals("ran", Background.runVirtual(() -> "ran").get());
      exchange(links.get(0));
    } finally {
      links.forEach(Link::close);
    }
  }

  /** Its octet goes through the io threads of both sessions: a call with a limit does not read. */
  private static void exchange(Link link) throws IOException {
    Stream stream = link.client.open();
    stream.setReadTimeout(Duration.ofSeconds(50));
    stream.writeLast(ByteBuffer.allocate(1));
    Stream there = link.server.accept(Duration.ofSeconds(50));
    there.writeLast(ByteBuffer.allocate(1));
    assertEquals(1, stream.inputStream().readAllBytes().length);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void applicationsCodeRunsOnVirtualThreads() {
    assertTrue(isVirtual(forApplication(ThreadChoice.AUTOMATIC)));
    assertEquals("for the application", forApplication(ThreadChoice.AUTOMATIC).getName());
  }

  @ParameterizedTest
  @EnumSource(Link.Kind.class)
  @EnabledForJreRange(min = JRE.JAVA_21)
  void sessionsRunOnVirtualThreads(Link.Kind kind) throws Exception {
    assertTrue(isVirtual(own(ThreadChoice.VIRTUAL)));
    SessionSettings virtual = SessionSettings.builder().threads(ThreadChoice.VIRTUAL).build();
    try (Link link = Link.over(kind, virtual)) {
      Stream stream = link.client.open();
      stream.writeLast(ByteBuffer.allocate(100_000));
      assertEquals(100_000, link.server.accept().inputStream().readAllBytes().length);
      link.client.close();
    }
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void refusesVirtualThreadsWhereThereAreNone() {
    SessionSettingsBuilder builder = SessionSettings.builder().threads(ThreadChoice.VIRTUAL);
    assertThrows(IllegalArgumentException.class, builder::build);
    assertFalse(isVirtual(own(ThreadChoice.AUTOMATIC)));
    assertFalse(isVirtual(forApplication(ThreadChoice.AUTOMATIC)));
  }
}
