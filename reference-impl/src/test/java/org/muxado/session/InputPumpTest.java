package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
}
