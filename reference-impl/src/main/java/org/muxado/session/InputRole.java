package org.muxado.session;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.muxado.thread.VirtualThreads;
import org.muxado.transport.PolledTransport;

/**
 * Who reads a polled transport: the io thread, or a call that waits. See {@code
 * docs/concurrency.md}, "Reading". Guarded by the session lock, but for what the io thread asks.
 */
final class InputRole implements Turn {

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final SessionCore core;
  private final SessionLock lock;
  private final PolledTransport transport;
  private final boolean callersMayRead;
  private final PolledOutput output;
  private final InputPump pump;
  private final WaitCount calls = new WaitCount();
  private volatile Holder holder = Holder.IO_THREAD;
  private @Nullable Thread ioThread;
  private @Nullable Thread caller;

  /**
   * Whether a call that could have read has waited since the io thread took the input back, or got
   * it from one who would not read.
   */
  private boolean wanted;

  /** How often the input changed hands. */
  private long changes;

  /** Whether the io thread waits for the input without looking each tick. */
  private boolean asleep;

  /** Who holds the input. */
  private enum Holder {
    IO_THREAD,
    CALLER,
    /** The next call that waits takes it, or the io thread when none does for a tick. */
    NOBODY
  }

  InputRole(SessionCore core, SessionLock lock, PolledTransport transport, PolledOutput output) {
    this.core = core;
    this.lock = lock;
    this.transport = transport;
    callersMayRead = transport.callersMayRead();
    this.output = output;
    pump = new InputPump(core, transport, output);
  }

  /** Names the io thread, before it starts. */
  void ioThread(Thread thread) {
    ioThread = thread;
  }

  InputPump pump() {
    return pump;
  }

  /**
   * Lets a call wait until the list is signalled or the time is over; meanwhile it reads for
   * everybody, if nobody else does.
   *
   * @return false if the thread is interrupted, which it stays
   */
  boolean await(WaitingThreads list, CallLimit limit) {
    Waiter waiter = new Waiter(calls);
    list.add(waiter);
    try {
      if (take(limit)) {
        readFor(waiter);
      }
      if (!waiter.isOver()) {
        lock.park(waiter, limit);
      }
    } finally {
      list.remove(waiter);
      waiter.signal();
    }
    return !Thread.currentThread().isInterrupted();
  }

  /** Somebody waits who will not read: the input is not to lie about meanwhile. */
  void awaitedElsewhere() {
    if (holder == Holder.NOBODY) {
      wanted = false;
      giveToIoThread();
    }
  }

  /** Takes the input for the current thread, if it is free and the thread may wait inside it. */
  private boolean take(CallLimit limit) {
    boolean able = limit.isNone() && callersMayRead && !VirtualThreads.inOne();
    if (holder == Holder.NOBODY && able && !core.end().hasBegun()) {
      holder = Holder.CALLER;
      caller = Thread.currentThread();
      changes++;
      return true;
    }
    awaitedElsewhere();
    wanted |= able;
    return false;
  }

  private void readFor(Waiter waiter) {
    waiter.reads(transport);
    try {
      lock.release();
      while (!waiter.isOver() && !pump.isOver()) {
        pump.round(waiter);
      }
    } catch (RuntimeException | Error e) {
      pump.stop();
      core.end().crash(e);
      throw e;
    } finally {
      lock.acquire();
      waiter.reads(null);
      giveBack();
    }
  }

  private void giveBack() {
    caller = null;
    changes++;
    if (isNeeded()) {
      giveToIoThread();
      return;
    }
    holder = Holder.NOBODY;
    if (asleep) {
      wakeIoThread();
    }
  }

  private void giveToIoThread() {
    holder = Holder.IO_THREAD;
    wakeIoThread();
  }

  private void wakeIoThread() {
    asleep = false;
    lock.after().call(() -> LockSupport.unpark(ioThread));
  }

  /** Whether somebody must read, or wait for the transport, without a pause. */
  private boolean isNeeded() {
    return !calls.isZero()
        || core.accepts().hasFutures()
        || core.opens().hasFutures()
        || output.stalled()
        || output.failure() != null
        || pump.isOver()
        || core.end().hasBegun();
  }

  /**
   * The io thread does not wait for input where calls come that can: it lets go. If it is given the
   * input back at once, what it knows of the output is old, so it must look again and not wait.
   */
  @Override
  public boolean waits() {
    boolean letsGo = wanted && !isNeeded();
    if (letsGo) {
      holder = Holder.NOBODY;
      changes++;
    }
    return !letsGo;
  }

  /** Output is left over or has failed: whoever holds the input is to look at it. */
  void outputLeft() {
    if (holder == Holder.NOBODY) {
      giveToIoThread();
    } else if (Thread.currentThread() != (holder == Holder.CALLER ? caller : ioThread)) {
      lock.after().call(transport::wakeup); // the holder itself looks before it waits
    }
  }

  /** The transport's output has failed outside a write. Called without the lock. */
  void outputBroke(IOException failure) {
    core.lock();
    try {
      output.broke(failure);
    } finally {
      core.unlock();
    }
  }

  /** Whether the io thread has let go of the input. */
  @Override
  public boolean isOver() {
    return holder != Holder.IO_THREAD;
  }

  /** On the io thread, without the lock: waits until it holds the input. */
  void awaitTurn() {
    long seen = -1;
    while (isOver()) {
      boolean sleeps = false;
      lock.acquire();
      try {
        if (changes == seen) {
          sleeps = restOrTake();
        }
        seen = changes;
      } finally {
        lock.release();
      }
      if (sleeps) {
        LockSupport.park(this);
      } else if (isOver()) {
        LockSupport.parkNanos(this, TICK_NANOS);
      }
    }
  }

  /** For a whole tick nothing has changed; whether to sleep until woken. */
  private boolean restOrTake() {
    if (holder == Holder.NOBODY) {
      holder = Holder.IO_THREAD;
      wanted = false;
      changes++;
    }
    asleep = holder == Holder.CALLER;
    return asleep;
  }
}
