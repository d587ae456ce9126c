package org.muxado.session;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;

/**
 * What waits to be told to a session's observer, and what its thread does: telling it. Guarded by
 * the session lock, which {@link #run} takes and does not hold while it calls the observer.
 */
final class ObserverLoop implements Runnable {

  /** More calls than these do not wait for the observer. */
  static final int MAX_WAITING = 65_536;

  private static final System.Logger LOG = System.getLogger("org.muxado.session");

  private final SessionLock lock;
  private final SessionObserver observer;
  private final ObservedSession session;
  private final Condition work;
  private List<Runnable> waiting = new ArrayList<>();
  private long leftOut;
  private boolean over;
  private boolean threw; // of the observer's thread alone

  ObserverLoop(SessionLock lock, SessionObserver observer, ObservedSession session) {
    this.lock = lock;
    this.observer = observer;
    this.session = session;
    work = lock.newCondition();
    waiting.add(() -> observer.sessionStarted(session));
  }

  /** Queues a call of the observer, unless too many wait. */
  void add(Runnable call) {
    if (waiting.size() < MAX_WAITING) {
      addAlways(call);
    } else {
      leftOut++;
    }
  }

  /** Queues a call of the observer. */
  void addAlways(Runnable call) {
    waiting.add(call);
    work.signal();
  }

  /** Nothing more will be added: the thread ends when it has told all. */
  void over() {
    over = true;
    work.signal();
  }

  @Override
  public void run() {
    for (List<Runnable> calls = take(); !calls.isEmpty(); calls = take()) {
      calls.forEach(this::tell);
    }
  }

  /** Waits for calls; none come when the session is over. */
  private List<Runnable> take() {
    lock.acquire();
    try {
      while (waiting.isEmpty() && !over) {
        work.awaitUninterruptibly();
      }
      List<Runnable> taken = waiting;
      waiting = new ArrayList<>();
      tellLeftOut(taken);
      return taken;
    } finally {
      lock.release();
    }
  }

  private void tellLeftOut(List<Runnable> taken) {
    long calls = leftOut;
    leftOut = 0;
    if (calls > 0) {
      taken.add(() -> observer.callsLeftOut(session, calls));
    }
  }

  private void tell(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | Error e) {
      if (!threw) {
        LOG.log(Level.WARNING, session.transport() + ": the observer of a session threw", e);
      }
      threw = true;
    }
  }
}
