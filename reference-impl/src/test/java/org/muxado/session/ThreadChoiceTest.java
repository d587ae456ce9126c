package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which threads are virtual; a virtual thread is in the group VirtualThreads, on any Java. */
@Timeout(60)
class ThreadChoiceTest {

  private static boolean isVirtual(Thread thread) {
    return "VirtualThreads".equals(thread.getThreadGroup().getName());
  }

  private static Thread own(ThreadChoice choice) {
    return new SessionThreads(choice).own("own", () -> {});
  }

  private static Thread forApplication(ThreadChoice choice) {
    return new SessionThreads(choice).forApplication("for the application", () -> {});
  }

  @Test
  void platformMakesPlatformThreads() {
    assertFalse(isVirtual(own(ThreadChoice.PLATFORM)));
    assertFalse(isVirtual(forApplication(ThreadChoice.PLATFORM)));
  }

  /** A selector would keep the carrier of a virtual thread. */
  @Test
  @EnabledForJreRange(max = JRE.JAVA_24)
  void octetsGoThroughPlatformThreadsBeforeJava25() {
    assertFalse(isVirtual(own(ThreadChoice.AUTOMATIC)));
    assertTrue(own(ThreadChoice.AUTOMATIC).isDaemon());
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void octetsGoThroughVirtualThreadsFromJava25() {
    assertTrue(isVirtual(own(ThreadChoice.AUTOMATIC)));
    assertTrue(own(ThreadChoice.AUTOMATIC).isDaemon());
  }

  /** More waiting sessions than there can be carriers leave room for other virtual threads. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void manyWaitingSessionsHoldNoCarriers() throws Exception {
    List<Link> links = new ArrayList<>();
    try {
      for (int i = 0; i < 150; i++) {
        links.add(Link.over(Link.Kind.TCP)); // two sessions
      }
      assertEquals("ran", Background.runVirtual(() -> "ran").get());
    } finally {
      links.forEach(Link::close);
    }
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
    assertFalse(isVirtual(forApplication(ThreadChoice.AUTOMATIC)));
  }
}
