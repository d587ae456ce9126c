package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.engine.EndKind;
import org.muxado.engine.Termination.Cause;
import org.muxado.frame.ErrorCode;
import org.muxado.session.Link.Kind;

/** A call that waits reads the transport for everybody, and hands that on when it leaves. */
@Timeout(60)
class ReadingCallTest {

  /** Two sessions, two streams, and a read of the first that waits inside the transport. */
  private static final class Scene implements AutoCloseable {

    final Link link;
    final Stream there;
    final Stream here;
    final Stream otherThere;
    final Stream otherHere;
    final Background<Integer> reading;

    Scene(Kind kind) throws Exception {
      this(kind, Link.PLAIN);
    }

    Scene(Kind kind, SessionSettings settings) throws Exception {
      link = Link.over(kind, settings);
      there = link.client.open();
      here = link.server.accept();
      otherThere = link.client.open();
      otherHere = link.server.accept();
      reading = ReadingCall.of(there, here);
    }

    Background<Integer> otherReader() {
      return Background.run(() -> otherThere.read(ByteBuffer.allocate(1))).untilItWaits();
    }

    void echoOnOther() throws Exception {
      otherHere.write(Bytes.of("ping"));
      assertEquals("ping", Bytes.readText(otherThere, 4));
      otherThere.write(Bytes.of("pong"));
      assertEquals("pong", Bytes.readText(otherHere, 4));
    }

    @Override
    public void close() {
      link.close();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"IN_MEMORY", "TCP"})
  void waitingReaderGetsWhatItReads(Kind kind) throws Exception {
    try (Scene scene = new Scene(kind)) {
      scene.here.write(Bytes.of("x"));
      assertEquals(1, scene.reading.get());
      scene.echoOnOther();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"IN_MEMORY", "TCP"})
  void readsForOthersToo(Kind kind) throws Exception {
    try (Scene scene = new Scene(kind)) {
      Background<Integer> other = scene.otherReader();
      scene.otherHere.write(Bytes.of("x"));
      assertEquals(1, other.get());
      assertFalse(scene.reading.isDone());
      scene.echoOnOther();
      scene.here.write(Bytes.of("x"));
      assertEquals(1, scene.reading.get());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"IN_MEMORY", "TCP"})
  void leavesWhileAnotherWaits(Kind kind) throws Exception {
    try (Scene scene = new Scene(kind)) {
      Background<Integer> other = scene.otherReader();
      scene.here.write(Bytes.of("x"));
      assertEquals(1, scene.reading.get());
      scene.otherHere.write(Bytes.of("x"));
      assertEquals(1, other.get());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"IN_MEMORY", "TCP"})
  void interruptHandsTheInputOn(Kind kind) throws Exception {
    try (Scene scene = new Scene(kind)) {
      Background<Integer> other = scene.otherReader();
      scene.reading.interrupt();
      assertInstanceOf(InterruptedIOException.class, scene.reading.failure());
      scene.otherHere.write(Bytes.of("x"));
      assertEquals(1, other.get());
      scene.echoOnOther();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"IN_MEMORY", "TCP"})
  void interruptOfTheOnlyCallLeavesTheSession(Kind kind) throws Exception {
    try (Scene scene = new Scene(kind)) {
      scene.reading.interrupt();
      assertInstanceOf(InterruptedIOException.class, scene.reading.failure());
      scene.echoOnOther();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"IN_MEMORY", "TCP"})
  void timeLimitOfAnotherHoldsMeanwhile(Kind kind) throws Exception {
    try (Scene scene = new Scene(kind)) {
      scene.otherThere.setReadTimeout(Duration.ofMillis(1));
      Background<Integer> limited =
          Background.run(() -> scene.otherThere.read(ByteBuffer.allocate(1)));
      assertInstanceOf(CallTimeoutException.class, limited.failure());
      scene.here.write(Bytes.of("x"));
      assertEquals(1, scene.reading.get());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"IN_MEMORY", "TCP"})
  void limitedCallIsServedAfterIt(Kind kind) throws Exception {
    try (Scene scene = new Scene(kind)) {
      scene.here.write(Bytes.of("x"));
      scene.reading.get();
      scene.otherThere.setReadTimeout(Duration.ofMinutes(5));
      scene.echoOnOther();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"IN_MEMORY", "TCP"})
  void inputIsReadWhenNobodyWaitsAnyMore(Kind kind) throws Exception {
    try (Scene scene = new Scene(kind)) {
      scene.here.write(Bytes.of("x"));
      scene.reading.get();
      scene.otherHere.write(Bytes.of("x"));
      while (scene.otherThere.available() == 0) {
        Thread.onSpinWait();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"IN_MEMORY", "TCP"})
  void endIsSeenWhenNobodyWaitsAnyMore(Kind kind) throws Exception {
    try (Scene scene = new Scene(kind)) {
      scene.here.write(Bytes.of("x"));
      scene.reading.get();
      scene.link.server.kill();
      assertEquals(Cause.TRANSPORT, scene.link.client.awaitTermination().cause());
      scene.link.client.close();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"IN_MEMORY", "TCP"})
  void killEndsACallThatReads(Kind kind) throws Exception {
    try (Scene scene = new Scene(kind)) {
      scene.link.client.kill();
      MuxadoException failure = assertInstanceOf(MuxadoException.class, scene.reading.failure());
      assertEquals(EndKind.SESSION_ENDED, failure.kind());
      scene.link.client.close();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"IN_MEMORY", "TCP"})
  void closeEndsACallThatReads(Kind kind) throws Exception {
    try (Scene scene = new Scene(kind)) {
      scene.link.client.close();
      MuxadoException failure = assertInstanceOf(MuxadoException.class, scene.reading.failure());
      assertEquals(EndKind.SESSION_ENDED, failure.kind());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"IN_MEMORY", "TCP"})
  void resetByAnotherThreadEndsACallThatReads(Kind kind) throws Exception {
    try (Scene scene = new Scene(kind)) {
      scene.there.reset(ErrorCode.CANCEL);
      assertInstanceOf(MuxadoException.class, scene.reading.failure());
      scene.echoOnOther();
    }
  }

  @Test
  void ioThreadSleepsWhileACallReads() throws Exception {
    SessionSettings platform = // a virtual io thread cannot be looked at
        SessionSettings.builder().noHeartbeat().threads(ThreadChoice.PLATFORM).build();
    try (Scene scene = new Scene(Kind.TCP, platform)) {
      long asleep = IoThreads.count(scene.link.client, "awaitTurn", Thread.State.WAITING);
      while (asleep == 0) {
        Thread.onSpinWait();
        asleep = IoThreads.count(scene.link.client, "awaitTurn", Thread.State.WAITING);
      }
      scene.here.write(Bytes.of("x")); // which wakes it
      assertEquals(1, scene.reading.get());
      while (IoThreads.count(scene.link.client, "await", Thread.State.RUNNABLE) == 0) {
        Thread.onSpinWait();
      }
      scene.echoOnOther();
    }
  }
}
