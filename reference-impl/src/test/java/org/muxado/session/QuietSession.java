package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import org.muxado.engine.Engine;
import org.muxado.engine.Role;
import org.muxado.transport.PolledTransport;

/** The parts of a session on whose transport nothing happens; the test is its io thread. */
final class QuietSession {

  final SessionLock lock = new SessionLock();
  final SessionCore core;
  final InputRole input;
  private int waits;

  QuietSession(SessionSettings settings) {
    PolledTransport transport = new Quiet();
    Engine engine = new Engine(Role.CLIENT, settings.protocol(), 0);
    OutputBatch batch = new OutputBatch(engine, settings.clock(), false);
    PolledOutput output = new PolledOutput(lock, batch, transport);
    SessionWatch watch =
        new SessionWatch(lock, ObservedSession.next(Role.CLIENT, transport.name()), null);
    SessionThreads threads = new SessionThreads(ThreadChoice.PLATFORM);
    core = new SessionCore(lock, engine, settings, transport, output, watch, threads);
    input = new InputRole(core, lock, transport, output);
    core.input(input);
    input.ioThread(Thread.currentThread());
  }

  /** How often a thread waited for the transport. */
  int waits() {
    return waits;
  }

  /** A call waits, and is interrupted at once. */
  void call(CallLimit limit) {
    Thread.currentThread().interrupt();
    lock.acquire();
    assertFalse(input.await(new WaitingThreads(), limit));
    lock.release();
    assertEquals(true, Thread.interrupted());
  }

  /** The io thread reads, and would wait next. */
  void read() {
    input.pump().round(input);
  }

  /** The io thread lets go of the input, since a call has waited that could have read. */
  void letGo() {
    call(CallLimit.NONE);
    read();
    input.pump().round(input);
  }

  /** A transport on which nothing happens. */
  private final class Quiet implements PolledTransport {

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
      int count = source.remaining();
      source.position(source.limit());
      return count;
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
