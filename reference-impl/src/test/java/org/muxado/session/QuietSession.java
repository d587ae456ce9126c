package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import org.muxado.engine.Engine;
import org.muxado.engine.Role;
import org.muxado.frame.Frame;
import org.muxado.transport.PolledTransport;

/** The parts of a session on whose transport nothing happens; the test is its io thread. */
final class QuietSession {

  final SessionLock lock = new SessionLock();
  final SessionCore core;
  final InputRole input;
  private int waits;
  private boolean waitsForOutput;
  private boolean full;

  QuietSession(SessionSettings settings) {
    PolledTransport transport = new Quiet();
    Engine engine = new Engine(Role.CLIENT, settings.protocol(), 0);
    OutputBatch batch = new OutputBatch(engine, settings.clock(), false);
    PolledOutput output = new PolledOutput(lock, batch, transport);
    SessionWatch watch =
        new SessionWatch(lock, ObservedSession.next(Role.CLIENT, transport.name()), null);
    SessionThreads threads = new SessionThreads(ThreadChoice.PLATFORM, transport);
    core = new SessionCore(lock, engine, settings, transport, output, watch, threads);
    input = new InputRole(core, lock, transport, output);
    core.input(input);
    input.ioThread(Thread.currentThread());
  }

  /** How often a thread waited for the transport. */
  int waits() {
    return waits;
  }

  /** Whether the last wait for the transport was one for room, too. */
  boolean waitsForOutput() {
    return waitsForOutput;
  }

  /** The transport takes no octets any more. */
  void fill() {
    full = true;
  }

  /** A frame comes; what follows from it is left to whoever settles next. */
  void receive(Frame frame) {
    ByteBuffer octets = ByteBuffer.allocate(frame.sizeBytes());
    frame.write(octets);
    lock.acquire();
    core.engine().receive(octets.flip(), 0);
    lock.release();
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

  /** A transport to which nothing comes. */
  private final class Quiet implements PolledTransport {

    @Override
    public void await(boolean forInput, boolean forOutput) {
      waits++;
      waitsForOutput = forOutput;
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
      int count = full ? 0 : source.remaining();
      source.position(source.position() + count);
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
