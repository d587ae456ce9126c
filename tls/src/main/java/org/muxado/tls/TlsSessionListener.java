package org.muxado.tls;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.muxado.ListenOptions;
import org.muxado.ListenerClosedException;
import org.muxado.session.CallTimeoutException;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;

/**
 * Accepts sessions over TLS. Each connection does its handshake on a thread of its own, so that a
 * slow client holds up nobody. Thread-safe; an interrupt or a time limit ends the one call that
 * waits. Closing the listener leaves the sessions that it gave alone, and drops connections that it
 * has not given.
 */
public final class TlsSessionListener implements Closeable {

  private final ServerSocketChannel channel;
  private final InetSocketAddress address;
  private final Duration acceptLimit;
  private final Lobby lobby;

  private TlsSessionListener(ServerSocketChannel channel, Duration acceptLimit, Lobby lobby)
      throws IOException {
    this.channel = channel;
    this.acceptLimit = acceptLimit;
    this.lobby = lobby;
    address = (InetSocketAddress) channel.getLocalAddress();
  }

  static TlsSessionListener open(
      InetSocketAddress wanted, ListenOptions options, TlsSettings tls, SessionSettings settings)
      throws IOException {
    Connecting.requireIdentity(tls);
    settings.requireServersFirstStreamId();
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      bind(channel, wanted, options);
      Lobby lobby = new Lobby(channel, tls, settings);
      TlsSessionListener listener = new TlsSessionListener(channel, options.acceptLimit(), lobby);
      lobby.open("muxado-tls-accept " + listener.address);
      return listener;
    } catch (IOException | RuntimeException | Error e) {
      Closing.quietly(channel);
      throw e;
    }
  }

  private static void bind(
      ServerSocketChannel channel, InetSocketAddress wanted, ListenOptions options)
      throws IOException {
    if (wanted.isUnresolved()) {
      throw new UnknownHostException(wanted.getHostString());
    }
    channel.setOption(StandardSocketOptions.SO_REUSEADDR, options.reuseAddress());
    try {
      channel.bind(wanted, options.backlog());
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
   * Waits for a connection that has done its handshake, as long as {@link
   * ListenOptions#acceptLimit} allows, and gives the server's side of its session. Connections that
   * fail in their handshake are passed over; {@link TlsSettingsBuilder#onRefused} is told.
   *
   * @throws CallTimeoutException if no connection comes in time
   * @throws ListenerClosedException if the listener is closed
   * @throws InterruptedIOException if the thread is interrupted while it waits; it stays so
   */
  public Session accept() throws IOException {
    return acceptWithPeer().session();
  }

  /**
   * As {@link #accept()}, with a time limit of its own.
   *
   * @param timeLimit how long to wait at most; zero for as long as it takes
   * @throws IllegalArgumentException if the time limit is negative
   */
  public Session accept(Duration timeLimit) throws IOException {
    return acceptWithPeer(timeLimit).session();
  }

  /**
   * As {@link #accept()}, and tells what TLS knows of the peer.
   *
   * @throws CallTimeoutException if no connection comes in time
   * @throws ListenerClosedException if the listener is closed
   * @throws InterruptedIOException if the thread is interrupted while it waits; it stays so
   */
  public TlsAccepted acceptWithPeer() throws IOException {
    return acceptWithPeer(acceptLimit);
  }

  /**
   * As {@link #acceptWithPeer()}, with a time limit of its own.
   *
   * @param timeLimit how long to wait at most; zero for as long as it takes
   * @throws IllegalArgumentException if the time limit is negative
   */
  public TlsAccepted acceptWithPeer(Duration timeLimit) throws IOException {
    if (timeLimit.isNegative()) {
      throw new IllegalArgumentException("time limit of accept of " + timeLimit + " is negative");
    }
    TlsAccepted accepted = take(timeLimit);
    if (accepted == null) {
      throw CallTimeoutException.after(timeLimit, "no connection came to " + address);
    }
    return accepted;
  }

  private @Nullable TlsAccepted take(Duration timeLimit) throws IOException {
    try {
      return lobby.take(timeLimit);
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
