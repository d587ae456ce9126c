package org.muxado.session;

import java.util.List;
import java.util.Locale;
import org.muxado.engine.Engine;
import org.muxado.engine.Role;
import org.muxado.transport.BlockingTransport;
import org.muxado.transport.PolledTransport;
import org.muxado.transport.Transport;

/** Puts a session together for its kind of transport, and starts its threads. */
final class SessionStarter {

  private final Engine engine;
  private final SessionSettings settings;
  private final String threadPrefix;
  private final SessionLock lock = new SessionLock();

  SessionStarter(Role role, SessionSettings settings) {
    this.settings = settings;
    engine = new Engine(role, settings.protocol(), settings.clock().nanoTime());
    threadPrefix = "muxado-" + role.name().toLowerCase(Locale.ROOT) + "-";
  }

  SessionCore start(Transport transport) {
    if (transport instanceof PolledTransport polled) {
      return startPolled(polled);
    }
    return startBlocking((BlockingTransport) transport);
  }

  private SessionCore startPolled(PolledTransport transport) {
    PolledOutput output = new PolledOutput(lock, batch(true), transport);
    SessionCore core = core(transport, output);
    Thread io = thread("io", new PolledLoop(core, transport, output), transport);
    output.ioThread(io);
    return run(core, List.of(io));
  }

  private SessionCore startBlocking(BlockingTransport transport) {
    WriterOutput output = new WriterOutput(lock, engine, batch(false), transport);
    SessionCore core = core(transport, output);
    return run(
        core,
        List.of(
            thread("writer", new WriterLoop(core, lock, transport, output), transport),
            thread("reader", new ReaderLoop(core, transport), transport)));
  }

  private OutputBatch batch(boolean direct) {
    return new OutputBatch(engine, settings.clock(), direct);
  }

  private SessionCore core(Transport transport, Output output) {
    return new SessionCore(lock, engine, settings, transport, output);
  }

  private Thread thread(String task, Runnable loop, Transport transport) {
    return SessionThreads.daemon(threadPrefix + task + " " + transport.name(), loop);
  }

  /** Writes what the engine has to say first, and starts the threads. */
  private static SessionCore run(SessionCore core, List<Thread> threads) {
    core.lock();
    core.unlock();
    threads.forEach(Thread::start);
    return core;
  }
}
