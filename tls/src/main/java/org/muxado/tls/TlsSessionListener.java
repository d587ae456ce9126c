package org.muxado.tls;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import org.muxado.ListenerClosedException;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;

/**
 * Accepts sessions over TLS. Each connection does its handshake on a thread of its own, so that a
 * slow client holds up nobody. Thread-safe; an interrupt ends the one call that waits. Closing the
 * listener leaves the sessions that it gave alone, and drops connections that it has not given.
 */
public final class TlsSessionListener implements Closeable {

  private final ServerSocketChannel channel;
  private final InetSocketAddress address;
  private final Lobby lobby;

  private TlsSessionListener(ServerSocketChannel channel, TlsSettings tls, SessionSettings settings)
      throws IOException {
    this.channel = channel;
    address = (InetSocketAddress) channel.getLocalAddress();
    lobby = new Lobby(channel, tls, settings);
  }

  static TlsSessionListener open(
      InetSocketAddress wanted, TlsSettings tls, SessionSettings settings) throws IOException {
    Connecting.requireIdentity(tls);
    settings.requireServersFirstStreamId();
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      bind(channel, wanted);
      TlsSessionListener listener = new TlsSessionListener(channel, tls, settings);
      listener.lobby.open("muxado-tls-accept " + listener.address);
      return listener;
    } catch (IOException | RuntimeException | Error e) {
      Closing.quietly(channel);
      throw e;
    }
  }

  private static void bind(ServerSocketChannel channel, InetSocketAddress wanted)
      throws IOException {
    if (wanted.isUnresolved()) {
      throw new UnknownHostException(wanted.getHostString());
    }
    try {
      channel.bind(wanted);
    } catch (BindException e) {
      BindException named = new BindException("cannot listen at " + wanted + ": " + e.getMessage());
      named.initCause(e);
      throw named;
    }
  }

  /** Where the listener listens, with the port that it really has. */
  public InetSocketAddress address() {
    return address;
  }

  /**
   * Waits for a connection that has done its handshake, and gives the server's side of its session.
   * Connections that fail in their handshake are passed over; {@link TlsSettingsBuilder#onRefused}
   * is told.
   *
   * @throws ListenerClosedException if the listener is closed
   * @throws InterruptedIOException if the thread is interrupted while it waits; it stays so
   */
  public Session accept() throws IOException {
    return acceptWithPeer().session();
  }

  /**
   * As {@link #accept}, and tells what TLS knows of the peer.
   *
   * @throws ListenerClosedException if the listener is closed
   * @throws InterruptedIOException if the thread is interrupted while it waits; it stays so
   */
  public TlsAccepted acceptWithPeer() throws IOException {
    try {
      return lobby.take();
    } catch (ClosedChannelException e) {
      throw new ListenerClosedException(address);
    }
  }

  /** Stops listening; calls that wait end. */
  @Override
  public void close() throws IOException {
    channel.close();
    lobby.close();
  }
}
