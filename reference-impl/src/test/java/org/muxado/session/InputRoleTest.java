package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits without reading does not wait for an input that nobody holds. */
@Timeout(60)
class InputRoleTest {

  private final SessionSettings settings =
      SessionSettings.builder().noHeartbeat().maxOwnStreams(1).clock(new TestClock()).build();
  private final QuietSession session = new QuietSession(settings);

  @BeforeEach
  void letGo() {
    session.letGo();
    assertTrue(session.input.isOver());
  }

  private CompletableFuture<Stream> open() {
    ByteBuffer nothing = ByteBuffer.allocate(0);
    CompletableFuture<Stream> future = new CompletableFuture<>();
    return session.core.opens().openAsync(OpenOptions.DEFAULT, nothing, future);
  }

  @Test
  void futureThatAcceptsHasTheInputRead() {
    assertFalse(session.core.accepts().acceptAsync(new CompletableFuture<>()).isDone());
    assertFalse(session.input.isOver());
  }

  @Test
  void futureThatOpensHasTheInputRead() {
    assertTrue(open().isDone());
    assertTrue(session.input.isOver()); // it did not wait
    assertFalse(open().isDone());
    assertFalse(session.input.isOver());
  }

  @Test
  void callWithATimeLimitHasTheInputRead() {
    session.call(CallLimit.start(1, settings.clock()));
    assertFalse(session.input.isOver());
  }

  /** The io thread let go of it after each such call, and each had to give it back. */
  @Test
  void inputStaysWhereOnlyLimitedCallsWait() {
    session.call(CallLimit.start(1, settings.clock()));
    session.read();
    assertFalse(session.input.isOver());
    assertEquals(1, session.waits());
  }
}
