package org.muxado.thread;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a channel to be ready, in a selector of its own. A virtual thread whose carrier that
 * would hold parks instead, and the {@link SharedSelector} waits for it. One thread at a time
 * waits, not always the same nor of the same kind; any thread wakes it or closes the channel.
 */
public final class ChannelWait implements Closeable {

  /** Where threads wait. */
  public enum Place {
    /** In the channel's selector, but for virtual threads that would hold their carrier there. */
    FIT_FOR_THREAD,
    /** With the shared selector, whatever the thread: so that it is tested on every Java. */
    SHARED
  }

  private static final boolean CARRIERS_HELD = VirtualThreads.holdCarriersInSelectors();

  private final SelectableChannel channel;
  private final Place place;
  private final Selector selector;
  private final SelectionKey key;
  private final WakeSignal signal = new WakeSignal();
  private @Nullable SelectionKey sharedKey;
  private volatile @Nullable Throwable failure;

  /** As {@link #ChannelWait(SelectableChannel, Place)}, where it fits the thread. */
  public ChannelWait(SelectableChannel channel) throws IOException {
    this(channel, Place.FIT_FOR_THREAD);
  }

  /**
   * Makes the channel a non-blocking one.
   *
   * @throws IOException if the channel is closed or the system has no selector left; the channel
   *     stays as it is
   */
  public ChannelWait(SelectableChannel channel, Place place) throws IOException {
    this.channel = channel;
    this.place = place;
    channel.configureBlocking(false);
    selector = Selector.open();
    try {
      key = channel.register(selector, 0);
    } catch (IOException | RuntimeException | Error e) {
      selector.close();
      throw e;
    }
  }

  /**
   * Waits until {@link #wakeup} is called, the thread is interrupted, which it stays, the channel
   * is closed or ready, or the time is over. May return early.
   *
   * @param operations what the channel is to be ready for, as a {@link SelectionKey} has it; none
   *     is waiting for the other ends alone
   * @param limitMillis how long to wait at most, or 0 for as long as it takes
   * @throws ClosedChannelException if the channel is closed
   * @throws IOException if the system cannot wait for it
   */
  public void await(int operations, long limitMillis) throws IOException {
    try {
      if (place == Place.SHARED || (CARRIERS_HELD && VirtualThreads.inOne())) {
        park(operations, limitMillis);
      } else {
        select(operations, limitMillis);
      }
    } catch (CancelledKeyException | ClosedSelectorException e) {
      throw unready();
    }
  }

  private void select(int operations, long limitMillis) throws IOException {
    if (key.interestOps() != operations) {
      key.interestOps(operations);
    }
    selector.select(limitMillis);
    selector.selectedKeys().clear();
  }

  /** An interest that is left over when this returns early makes another wait return early. */
  private void park(int operations, long limitMillis) throws IOException {
    SelectionKey shared = sharedKey;
    if (shared == null) {
      shared = SharedSelector.register(channel, this);
      sharedKey = shared;
    }
    if (shared.interestOps() != operations && operations != 0) {
      shared.interestOps(operations);
      shared.selector().wakeup();
    }
    signal.await(limitMillis);
  }

  private IOException unready() {
    Throwable cause = failure;
    return channel.isOpen() && cause != null
        ? new IOException("the selector that virtual threads share failed: " + cause, cause)
        : new ClosedChannelException();
  }

  /** The shared selector has found the channel ready, and looks no more until asked again. */
  void ready() {
    signal.set();
  }

  /** The shared selector is broken; to wait in it is an error from now on. */
  void fail(Throwable cause, SelectionKey shared) {
    failure = cause;
    shared.cancel();
    signal.set();
  }

  /** Makes the {@link #await} that runs, or the next one, return. */
  public void wakeup() {
    selector.wakeup();
    if (place == Place.SHARED || CARRIERS_HELD) {
      signal.set();
    }
  }

  /**
   * Closes the channel, and ends the wait for it. Closing again does nothing.
   *
   * @throws IOException if the system says so; the channel is given up either way
   */
  @Override
  public void close() throws IOException {
    try (selector) {
      channel.close();
    } finally {
      SharedSelector.forgetClosed();
      signal.set();
    }
  }
}
