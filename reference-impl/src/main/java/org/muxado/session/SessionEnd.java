package org.muxado.session;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.Engine;
import org.muxado.engine.Termination;
import org.muxado.transport.Transport;

/**
 * How a session ends: closed, lost or killed by a fault, and its transport with it. Guarded by the
 * session lock, but for what says that it is called without.
 */
final class SessionEnd {

  private final SessionCore core;
  private final SessionLock lock;
  private final Engine engine;
  private final Transport transport;
  private final Output output;
  private final SessionThreads threads;
  private Phase phase = Phase.RUNNING;
  private @Nullable Throwable fault;
  private @Nullable IOException inputFailure;

  /** How far the session has come with its end. */
  private enum Phase {
    /** Nobody has asked for the end. */
    RUNNING,
    /** It was told to close. */
    CLOSING,
    /** The transport is to be closed, or is being closed. */
    DROPPED,
    /** The transport was closed. */
    RELEASED
  }

  SessionEnd(
      SessionCore core,
      SessionLock lock,
      Engine engine,
      Transport transport,
      Output output,
      SessionThreads threads) {
    this.core = core;
    this.lock = lock;
    this.engine = engine;
    this.transport = transport;
    this.output = output;
    this.threads = threads;
  }

  /** Whether the session has ended or was told to close. */
  boolean hasBegun() {
    return phase != Phase.RUNNING || engine.termination() != null;
  }

  /** Whether the transport is to be dropped, or was. */
  boolean dropped() {
    return phase.compareTo(Phase.DROPPED) >= 0;
  }

  /** Whether the transport was closed. */
  boolean released() {
    return phase == Phase.RELEASED;
  }

  /** Begins to close the session. */
  void close() {
    phase = dropped() ? phase : Phase.CLOSING;
    engine.closeSession(core.now());
    core.accepts().sessionEnded();
    core.opens().refused();
  }

  /** The session has ended: whoever waits finds out. */
  void ended(Termination termination) {
    core.failures().lost(thrown(termination));
    core.watch().sessionEnded(termination);
    core.accepts().sessionEnded();
    core.opens().refused();
    core.signalAll(core.observers());
  }

  /** What was thrown where the session ended by it; reading may tell why a write had failed. */
  private @Nullable Throwable thrown(Termination ended) {
    return switch (ended.cause()) {
      case TRANSPORT -> inputFailure == null ? output.failure() : inputFailure;
      case KILLED -> fault;
      case CLOSED, SESSION_ERROR, HEARTBEAT -> null;
    };
  }

  /** The transport's input is over, by what it threw or in order. Called without the lock. */
  void inputEnded(@Nullable IOException failure) {
    core.lock();
    try {
      inputFailure = failure;
      if (failure == null) {
        engine.inputFinished("the peer ended the transport", core.now());
      } else {
        engine.inputEnded(Failures.reason(failure), core.now());
      }
    } finally {
      core.unlock();
    }
  }

  /** Has the transport closed. */
  void drop() {
    if (dropped()) {
      return;
    }
    phase = Phase.DROPPED;
    core.stopTimers();
    output.stop();
    lock.after().call(this::startClosing);
  }

  /** On a thread of its own, if one can be made: what others wrote may wait. */
  private void startClosing() {
    try {
      threads.own("muxado-close " + transport.name(), this::closeTransport).start();
    } catch (RuntimeException | Error noThread) {
      closeTransport();
      throw noThread; // the session's own fault, and logged as one
    }
  }

  private void closeTransport() {
    try {
      transport.close();
    } catch (RuntimeException | Error e) {
      crash(e);
    } finally {
      lock.acquire();
      phase = Phase.RELEASED;
      core.watch().over();
      core.signalAll(core.observers());
      lock.release();
    }
  }

  /** Nobody expected this: the session cannot go on. Called without the lock. */
  void crash(Throwable thrown) {
    lock.acquire();
    try {
      fault(thrown);
    } finally {
      lock.release();
    }
  }

  /** Kills the session at its first fault; what faults follow from that one tell nothing new. */
  void fault(Throwable thrown) {
    if (fault != null) {
      return;
    }
    fault = thrown;
    core.watch().fault(thrown);
    try {
      engine.kill();
      core.takeEvents();
    } finally {
      drop();
    }
  }
}
