package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.frame.Frame;

@Timeout(60)
class InputPumpTest {

  private final QuietSession session = new QuietSession(Link.PLAIN);
  private final InputRole role = session.input;

  /**
   * The io thread lets go of the input, and gets it back at once since a write has stalled. It went
   * on to wait for input alone, and what was left over waited for the peer to send something.
   */
  @Test
  void looksAgainWhenTheInputComesBackAtOnce() {
    session.call(CallLimit.NONE);
    session.read();
    role.pump()
        .round(
            new Turn() {
              @Override
              public boolean waits() {
                boolean waits = role.waits();
                role.outputLeft(); // as another thread would, behind the lock
                return waits;
              }

              @Override
              public boolean isOver() {
                return role.isOver();
              }
            });
    assertFalse(role.isOver());
    assertEquals(0, session.waits());
  }

  /**
   * What a future sets off runs on the io thread as it lets go of the lock to wait. It had looked
   * for what is left over before: the session ended 30 s later, "the transport takes no output".
   */
  @Test
  void waitsForWhatIsLeftOverByAFuture() {
    session.read();
    CompletableFuture<Void> written =
        session
            .core
            .accepts()
            .acceptAsync(Promises.by(Runnable::run))
            .thenAccept(this::writeWithoutRoom);
    session.receive(new Frame.Syn(2, 0, 0, false));
    role.pump().round(role);
    assertTrue(written.isDone());
    assertEquals(1, session.waits());
    assertTrue(session.waitsForOutput());
  }

  private void writeWithoutRoom(Stream stream) {
    session.fill();
    assertDoesNotThrow(() -> stream.tryWrite(Bytes.of("ping")));
  }
}
