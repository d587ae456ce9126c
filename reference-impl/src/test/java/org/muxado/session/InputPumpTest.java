package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.Engine;
import org.muxado.engine.Role;
import org.muxado.transport.PolledTransport;

@Timeout(60)
class InputPumpTest {

  private final Quiet transport = new Quiet();
  private final SessionSettings settings = Link.PLAIN;
  private final SessionLock lock = new SessionLock();
  private final Engine engine = new Engine(Role.CLIENT, settings.protocol(), 0);
  private final PolledOutput output =
      new PolledOutput(lock, new OutputBatch(engine, settings.clock(), false), transport);
  private final SessionCore core =
      new SessionCore(
          lock,
          engine,
          settings,
          transport,
          output,
          new SessionWatch(lock, ObservedSession.next(Role.CLIENT, "quiet"), null),
          new SessionThreads(ThreadChoice.PLATFORM));
  private final InputRole role = new InputRole(core, lock, transport, output);

  /**
   * The io thread lets go of the input, and gets it back at once since a write has stalled. It went
   * on to wait for input alone, and what was left over waited for the peer to send something.
   */
  @Test
  void looksAgainWhenTheInputComesBackAtOnce() {
    role.ioThread(Thread.currentThread());
    callOnceWaited();
    role.pump().round(role); // reads; there is nothing
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
    assertEquals(0, transport.waits);
  }

  /** A call that could have read makes the io thread let go. */
  private void callOnceWaited() {
    Thread.currentThread().interrupt(); // ends its wait at once
    lock.acquire();
    assertFalse(role.await(new WaitingThreads(), CallLimit.NONE));
    lock.release();
    assertEquals(true, Thread.interrupted());
  }

  /** A transport on which nothing happens. */
  private static final class Quiet implements PolledTransport {

    int waits;

    @Override
    public void await(boolean forInput, boolean forOutput) {
      waits++;
    }

    @Override
    public boolean callersMayRead() {
      return true;
    }

    @Override
    public int read(ByteBuffer target) {
      return 0;
    }

    @Override
    public int write(ByteBuffer source) {
      return 0;
    }

    @Override
    public void endOutput() {}

    @Override
    public void wakeup() {}

    @Override
    public String name() {
      return "quiet";
    }

    @Override
    public void close() {}
  }
}
