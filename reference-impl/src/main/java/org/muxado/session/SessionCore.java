package org.muxado.session;

import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.Engine;
import org.muxado.transport.Transport;

/**
 * One session's engine under its lock, and what its events set off. Between {@link #lock} and
 * {@link #unlock} the caller may use everything here; see {@code docs/concurrency.md}.
 */
final class SessionCore {

  private final SessionLock lock;
  private final Engine engine;
  private final SessionClock clock;
  private final TimeLimits timeLimits;
  private final Failures failures;
  private final Output output;
  private final SessionTimer timer;
  private final SessionTimer drainTimer;
  private final AcceptCalls accepts = new AcceptCalls(this);
  private final OpenCalls opens = new OpenCalls(this);
  private final WaitingThreads observers = new WaitingThreads();
  private final SessionEvents events;
  private final SessionWatch watch;
  private final Extensions extensions;
  private final SessionEnd end;
  private @Nullable InputRole input;
  private final ByteBuffer octet = ByteBuffer.allocate(1);
  private long inputs;

  SessionCore(
      SessionLock lock,
      Engine engine,
      SessionSettings settings,
      Transport transport,
      Output output,
      SessionWatch watch,
      SessionThreads threads) {
    this.lock = lock;
    this.engine = engine;
    clock = settings.clock();
    timeLimits = settings.timeLimits();
    failures = new Failures(engine);
    this.output = output;
    this.watch = watch;
    end = new SessionEnd(this, lock, engine, transport, output, threads);
    extensions = new Extensions(this, settings.extensions(), threads);
    events = new SessionEvents(this, engine, output);
    timer = new SessionTimer(clock, this::tick);
    drainTimer = new SessionTimer(clock, this::endDrain);
    lock.onFault(end::crash);
  }

  /** Names who reads, where calls that wait may do so. */
  void input(InputRole role) {
    input = role;
  }

  void lock() {
    lock.acquire();
  }

  /** Settles, and releases the lock. */
  void unlock() {
    try {
      settle();
    } finally {
      lock.release();
    }
  }

  /** Settles, and what follows after the lock too: that may write again, on this very thread. */
  void settleAll() {
    settle();
    lock.doWhatIsLeft();
  }

  /**
   * Makes a call on the engine that may reach an {@code EngineExtension}, under the lock. What is
   * thrown there kills the session, and is thrown on.
   */
  void change(Runnable call) {
    lock();
    try {
      call.run();
    } catch (RuntimeException | Error e) {
      end.fault(e);
      throw e;
    } finally {
      unlock();
    }
  }

  /** Releases the lock after settling, with nothing done in between. */
  void releaseSettled() {
    lock.release();
  }

  Engine engine() {
    return engine;
  }

  long now() {
    return clock.nanoTime();
  }

  /** Who waits to accept a stream. */
  AcceptCalls accepts() {
    return accepts;
  }

  /** Who waits to open a stream. */
  OpenCalls opens() {
    return opens;
  }

  /** Who serves the peer's extension streams. */
  Extensions extensions() {
    return extensions;
  }

  /** Who looks on. */
  SessionWatch watch() {
    return watch;
  }

  /** Threads that wait for the session to end, or for its transport to be closed. */
  WaitingThreads observers() {
    return observers;
  }

  /** How the session ends. */
  SessionEnd end() {
    return end;
  }

  /** How often input was fed. */
  long inputs() {
    return inputs;
  }

  /**
   * Waits for a signal; settles before. The caller looked for what it wants when the list had been
   * signalled {@code seen} times, and looks again, even if the time is over by then.
   *
   * @param transferred how many octets the call has read or written so far
   * @return false if the time was over before, and nothing has been signalled
   * @throws InterruptedIOException if the thread is interrupted
   */
  boolean await(WaitingThreads list, int seen, int transferred, CallLimit limit)
      throws InterruptedIOException {
    settle();
    if (list.signals() != seen) {
      return true;
    }
    if (limit.isOver()) {
      return false;
    }
    if (!park(list, limit)) {
      throw interrupted(transferred);
    }
    return true;
  }

  /** Waits for an end, as long as it takes; settles before. */
  void awaitEnd(WaitingThreads list, int seen) throws InterruptedIOException {
    settle();
    if (list.signals() != seen) {
      return;
    }
    awaitedElsewhere();
    if (!lock.park(list, CallLimit.NONE)) {
      throw interrupted(0);
    }
  }

  /** Somebody waits who will not read meanwhile: a future, or a thread that parks. */
  void awaitedElsewhere() {
    if (input != null) {
      input.awaitedElsewhere();
    }
  }

  private static InterruptedIOException interrupted(int transferred) {
    InterruptedIOException interrupted = new InterruptedIOException("interrupted while waiting");
    interrupted.bytesTransferred = transferred;
    return interrupted;
  }

  private boolean park(WaitingThreads list, CallLimit limit) {
    return input == null ? lock.park(list, limit) : input.await(list, limit);
  }

  /** Starts to count the time of a call; 0 is no limit. */
  CallLimit limit(long nanos) {
    return CallLimit.start(nanos, clock);
  }

  /** Room for one octet, for what is done under one hold of the lock. */
  ByteBuffer octet() {
    return octet;
  }

  /** Makes the exceptions of calls that fail. */
  Failures failures() {
    return failures;
  }

  /** What calls wait for at most, unless they are told otherwise. */
  TimeLimits timeLimits() {
    return timeLimits;
  }

  /** Lets all threads of a list look again. */
  void signalAll(WaitingThreads list) {
    list.signalAll(lock.after());
  }

  /** Lets the thread of a list that has waited longest look again. */
  void signalOne(WaitingThreads list) {
    list.signalOne(lock.after());
  }

  /** Leaves something to be done when the lock is released. */
  void afterUnlock(Runnable call) {
    lock.after().call(call);
  }

  /** Begins to drain the session, and closes it after this time at the latest. */
  void drain(long deadlineNanos) {
    long nowNanos = now();
    engine.drain(nowNanos);
    drainTimer.armFor(nowNanos + deadlineNanos, lock.after());
  }

  private void endDrain() {
    onTimer(end::close);
  }

  /** The clock's thread serves all sessions: it hears nothing of the faults of one. */
  private void onTimer(Runnable task) {
    try {
      lock();
      try {
        task.run();
      } finally {
        unlock();
      }
    } catch (RuntimeException | Error e) {
      end.crash(e);
    }
  }

  /**
   * Takes the engine's events, writes what it wants written, and arms the timer. A fault kills the
   * session, whoever's thread it is, and is thrown on.
   */
  void settle() {
    try {
      settleOnce();
    } catch (RuntimeException | Error e) {
      end.fault(e);
      throw e;
    }
  }

  private void settleOnce() {
    boolean more = true;
    while (more) {
      boolean took = events.take(); // which may have queued output
      more = output.writeSome() || took;
    }
    armTimer();
  }

  /** Has the clock call at the engine's next deadline, once the lock is released. */
  void armTimer() {
    long nowNanos = now();
    long waitNanos = engine.nanosToNextDeadline(nowNanos);
    if (waitNanos != Long.MAX_VALUE) {
      timer.armFor(nowNanos + waitNanos, lock.after());
    }
  }

  /** Feeds octets that came, all of them. Called without the lock. */
  void receive(ByteBuffer input) {
    lock();
    try {
      output.resume();
      feed(input);
      long patienceNanos = Output.CATCH_UP_NANOS;
      while (input.hasRemaining()) {
        settle();
        lock.releaseAndAcquire();
        patienceNanos = output.catchUp(patienceNanos);
        feed(input);
      }
    } finally {
      unlock();
    }
  }

  private void feed(ByteBuffer input) {
    engine.receive(input, now());
    inputs++;
  }

  /** Takes the engine's events, and nothing more. */
  void takeEvents() {
    events.take();
  }

  /** Nothing is to happen by time any more. */
  void stopTimers() {
    timer.stop();
    drainTimer.stop();
  }

  private void tick() {
    onTimer(
        () -> {
          long nowNanos = now();
          timer.fired(nowNanos);
          engine.tick(nowNanos);
        });
  }
}
