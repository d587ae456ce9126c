package org.muxado;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;
import org.muxado.engine.Role;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.transport.TcpTransport;

/**
 * Accepts sessions over TCP. Thread-safe; an interrupt ends the one call that waits, and the
 * listener stays usable. Closing it leaves the sessions that it gave alone.
 */
public final class SessionListener implements Closeable {

  private final SessionSettings settings;
  private final ServerSocketChannel channel;
  private final Selector selector;
  private final InetSocketAddress address;

  /** Held by the one thread that waits for the channel. */
  private final ReentrantLock accepting = new ReentrantLock();

  SessionListener(InetSocketAddress wanted, SessionSettings settings) throws IOException {
    this.settings = settings;
    channel = ServerSocketChannel.open();
    try {
      channel.bind(wanted);
      channel.configureBlocking(false);
      address = (InetSocketAddress) channel.getLocalAddress();
      selector = Selector.open();
      channel.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Where the listener listens, with the port that it really has. */
  public InetSocketAddress address() {
    return address;
  }

  /**
   * Waits for a connection, and starts the server's side of a session on it.
   *
   * @throws ClosedChannelException if the listener is closed
   * @throws InterruptedIOException if the thread is interrupted while it waits; it stays so
   * @throws IOException if the connection or the listener failed
   */
  public Session accept() throws IOException {
    return Muxado.start(Role.SERVER, new TcpTransport(nextChannel()), settings);
  }

  private SocketChannel nextChannel() throws IOException {
    lockInterruptibly();
    try {
      SocketChannel next = channel.accept();
      while (next == null) {
        select();
        next = channel.accept();
      }
      return next;
    } catch (ClosedSelectorException e) {
      throw new ClosedChannelException();
    } finally {
      accepting.unlock();
    }
  }

  private void lockInterruptibly() throws InterruptedIOException {
    if (accepting.tryLock()) {
      return; // who need not wait does not look at the interrupt
    }
    try {
      accepting.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    }
  }

  private static InterruptedIOException interrupted() {
    return new InterruptedIOException("interrupted while waiting for a connection");
  }

  private void select() throws IOException {
    selector.select();
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  /** Stops listening; calls that wait end. */
  @Override
  public void close() throws IOException {
    try (selector) {
      channel.close();
    }
  }
}
