package org.muxado.thread;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One selector of the whole process, with a daemon platform thread that waits in it for the
 * channels of many virtual threads. It is there while a channel is, and a little longer. A key's
 * interest is taken away before its {@link ChannelWait} is told, so that a channel which is ready
 * and not yet read costs nothing. Thread-safe.
 */
final class SharedSelector implements Runnable {

  private static final long IDLE_MILLIS = 1_000;

  /** Guards which one is in use, and that none is added to one that ends. */
  private static final ReentrantLock LOCK = new ReentrantLock();

  private static volatile @Nullable SharedSelector inUse;

  private final Selector selector;

  private SharedSelector(Selector selector) {
    this.selector = selector;
  }

  /**
   * A key without interest for a channel; its selector must be woken when that changes.
   *
   * @throws ClosedChannelException if the channel is closed
   * @throws IOException if the system has no selector left
   */
  static SelectionKey register(SelectableChannel channel, ChannelWait wait) throws IOException {
    LOCK.lock();
    try {
      SharedSelector shared = inUse;
      if (shared == null) {
        shared = start();
        inUse = shared;
      }
      return channel.register(shared.selector, 0, wait);
    } finally {
      LOCK.unlock();
    }
  }

  private static SharedSelector start() throws IOException {
    SharedSelector shared = new SharedSelector(Selector.open());
    try {
      Thread thread = new Thread(null, shared, "muxado-selector", 0, false); // inherits nothing
      thread.setDaemon(true);
      thread.start();
    } catch (RuntimeException | Error noThread) {
      shared.selector.close();
      throw noThread;
    }
    return shared;
  }

  /** Lets the system free what closed channels hold, which it does when selecting. */
  static void forgetClosed() {
    SharedSelector shared = inUse;
    if (shared != null) {
      shared.selector.wakeup();
    }
  }

  @Override
  public void run() {
    try {
      boolean over = false;
      while (!over) {
        boolean unused = selector.keys().isEmpty();
        selector.select(SharedSelector::ready, unused ? IDLE_MILLIS : 0);
        over = unused && retired();
        Thread.interrupted(); // it would end each wait from now on
      }
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  private static void ready(SelectionKey key) {
    try {
      key.interestOps(0);
    } catch (CancelledKeyException closed) {
      // Whoever waits finds that out.
    }
    ((ChannelWait) key.attachment()).ready();
  }

  /** Whether no channel came while there was none; then this is used no more. */
  private boolean retired() throws IOException {
    LOCK.lock();
    try {
      if (!selector.keys().isEmpty()) {
        return false;
      }
      inUse = null;
      selector.close();
      return true;
    } finally {
      LOCK.unlock();
    }
  }

  /** Whoever waits is told; who comes later gets another selector. */
  private void fail(Throwable cause) {
    LOCK.lock();
    try {
      inUse = null;
    } finally {
      LOCK.unlock();
    }
    for (SelectionKey key : selector.keys()) {
      if (key.attachment() instanceof ChannelWait wait) {
        wait.fail(cause, key);
      }
    }
    try {
      selector.close();
    } catch (IOException alreadyBroken) {
      // It is given up either way.
    }
  }
}
