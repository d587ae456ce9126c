package org.muxado;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.muxado.engine.Role;
import org.muxado.session.CallTimeoutException;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.thread.ChannelWait;
import org.muxado.transport.TcpTransport;

/**
 * Accepts sessions over TCP. Thread-safe; an interrupt or a time limit ends the one call that
 * waits, and the listener stays usable. Closing it leaves the sessions that it gave alone.
 */
public final class SessionListener implements Closeable {

  private final SessionSettings settings;
  private final Duration acceptLimit;
  private final ServerSocketChannel channel;
  private final ChannelWait connections;
  private final InetSocketAddress address;

  /** Held by the one thread that waits for the channel. */
  private final ReentrantLock accepting = new ReentrantLock();

  /** Binds a channel, which is closed if that fails. */
  SessionListener(InetSocketAddress wanted, ListenOptions options, SessionSettings settings)
      throws IOException {
    if (wanted.isUnresolved()) {
      throw new UnknownHostException(wanted.getHostString());
    }
    settings.requireServersFirstStreamId();
    this.settings = settings;
    acceptLimit = options.acceptLimit();
    channel = ServerSocketChannel.open();
    try {
      address = bind(wanted, options);
      connections = new ChannelWait(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private InetSocketAddress bind(InetSocketAddress wanted, ListenOptions options)
      throws IOException {
    channel.setOption(StandardSocketOptions.SO_REUSEADDR, options.reuseAddress());
    try {
      channel.bind(wanted, options.backlog());
    } catch (BindException e) {
      throw named("cannot listen at " + wanted + ": " + e.getMessage(), e);
    }
    return (InetSocketAddress) channel.getLocalAddress();
  }

  private static BindException named(String message, BindException cause) {
    BindException named = new BindException(message);
    named.initCause(cause);
    return named;
  }

  /** Where the listener listens, with the port that it really has. */
  public InetSocketAddress address() {
    return address;
  }

  /**
   * Waits for a connection, as long as {@link ListenOptions#acceptLimit} allows, and starts the
   * server's side of a session on it.
   *
   * @throws CallTimeoutException if no connection comes in time
   * @throws ListenerClosedException if the listener is closed
   * @throws InterruptedIOException if the thread is interrupted while it waits; it stays so
   * @throws IOException if the connection or the listener failed
   */
  public Session accept() throws IOException {
    return accept(acceptLimit);
  }

  /**
   * As {@link #accept()}, with a time limit of its own.
   *
   * @param timeLimit how long to wait at most; zero for as long as it takes
   * @throws IllegalArgumentException if the time limit is negative
   */
  public Session accept(Duration timeLimit) throws IOException {
    if (timeLimit.isNegative()) {
      throw new IllegalArgumentException("time limit of accept of " + timeLimit + " is negative");
    }
    return Muxado.start(Role.SERVER, new TcpTransport(nextChannel(new Wait(timeLimit))), settings);
  }

  private SocketChannel nextChannel(Wait wait) throws IOException {
    lock(wait);
    try {
      SocketChannel next = channel.accept();
      while (next == null) {
        await(wait);
        next = channel.accept();
      }
      return next;
    } catch (ClosedChannelException e) {
      throw new ListenerClosedException(address);
    } finally {
      accepting.unlock();
    }
  }

  private void lock(Wait wait) throws IOException {
    if (accepting.tryLock()) {
      return; // who need not wait does not look at the interrupt
    }
    try {
      wait.lock();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    }
  }

  private InterruptedIOException interrupted() {
    return new InterruptedIOException("interrupted while waiting for a connection to " + address);
  }

  private void await(Wait wait) throws IOException {
    wait.forConnection();
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  /** Stops listening; calls that wait end. */
  @Override
  public void close() throws IOException {
    connections.close();
  }

  /** How long one call may still wait, in real time: who waits for a channel knows no other. */
  private final class Wait {

    private final Duration limit;
    private final long startNanos = System.nanoTime();

    Wait(Duration limit) {
      this.limit = limit;
    }

    void lock() throws IOException, InterruptedException {
      if (limit.isZero()) {
        accepting.lockInterruptibly();
      } else if (!accepting.tryLock(millisLeft(), TimeUnit.MILLISECONDS)) {
        throw timedOut();
      }
    }

    void forConnection() throws IOException {
      connections.await(SelectionKey.OP_ACCEPT, limit.isZero() ? 0 : millisLeft());
    }

    /**
     * At least 1.
     *
     * @throws CallTimeoutException if the time is over
     */
    private long millisLeft() throws CallTimeoutException {
      long limitNanos = TimeUnit.NANOSECONDS.convert(limit);
      long leftNanos = limitNanos - (System.nanoTime() - startNanos);
      if (leftNanos <= 0) {
        throw timedOut();
      }
      return TimeUnit.NANOSECONDS.toMillis(leftNanos - 1) + 1;
    }

    private CallTimeoutException timedOut() {
      return CallTimeoutException.after(limit, "no connection came to " + address);
    }
  }

  @Override
  public String toString() {
    return "listener at " + address;
  }
}
