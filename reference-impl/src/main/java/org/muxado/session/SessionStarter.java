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

  private final Transport transport;
  private final Engine engine;
  private final SessionSettings settings;
  private final String threadPrefix;
  private final SessionLock lock = new SessionLock();
  private final SessionWatch watch;
  private final SessionThreads threads;

  SessionStarter(Role role, Transport transport, SessionSettings settings) {
    this.transport = transport;
    this.settings = settings;
    threads = new SessionThreads(settings.threads(), transport);
    engine = new Engine(role, settings.protocol(), settings.clock().nanoTime());
    ObservedSession session = ObservedSession.next(role, transport.name());
    watch = new SessionWatch(lock, session, settings.observer());
    threadPrefix = "muxado-" + role.name().toLowerCase(Locale.ROOT) + "-";
  }

  SessionCore start() {
    if (transport instanceof PolledTransport polled) {
      return startPolled(polled);
    }
    return startBlocking((BlockingTransport) transport);
  }

  private SessionCore startPolled(PolledTransport polled) {
    PolledOutput output = new PolledOutput(lock, batch(true), polled);
    SessionCore core = core(output);
    InputRole input = new InputRole(core, lock, polled, output);
    Thread io = thread("io", new PolledLoop(core, polled, output, input));
    input.ioThread(io);
    output.input(input);
    core.input(input);
    return run(core, List.of(io));
  }

  private SessionCore startBlocking(BlockingTransport blocking) {
    WriterOutput output = new WriterOutput(lock, engine, batch(false), blocking);
    SessionCore core = core(output);
    return run(
        core,
        List.of(
            thread("writer", new WriterLoop(core, lock, blocking, output)),
            thread("reader", new ReaderLoop(core, blocking))));
  }

  private OutputBatch batch(boolean direct) {
    return new OutputBatch(engine, settings.clock(), direct);
  }

  private SessionCore core(Output output) {
    return new SessionCore(lock, engine, settings, transport, output, watch, threads);
  }

  private Thread thread(String task, Runnable loop) {
    return threads.own(threadName(task), loop);
  }

  private String threadName(String task) {
    return threadPrefix + task + " " + transport.name();
  }

  /** Writes what the engine has to say first, and starts the threads. */
  private SessionCore run(SessionCore core, List<Thread> loops) {
    core.lock();
    core.unlock();
    ObserverLoop observing = watch.observerLoop();
    if (observing != null) {
      threads.forApplication(threadName("observer"), observing).start();
    }
    loops.forEach(Thread::start);
    return core;
  }
}
