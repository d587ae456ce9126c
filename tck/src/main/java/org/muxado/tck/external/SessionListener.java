package org.muxado.tck.external;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Waits on a port of 127.0.0.1 for the program's connection for one session, which says the
 * session's number first (8 octets, big endian). Connections that say anything else are dropped. A
 * thread of its own accepts; {@link #close} may be called from any thread.
 */
final class SessionListener implements AutoCloseable {

  private static final int NUMBER_TIMEOUT_MILLIS = 2_000;

  private final ServerSocket server;
  private final long session;
  private final CompletableFuture<Socket> connection = new CompletableFuture<>();

  private SessionListener(ServerSocket server, long session) {
    this.server = server;
    this.session = session;
  }

  /** Listens on a free port. */
  static SessionListener open(long session) {
    try {
      ServerSocket server =
          new ServerSocket(0, 8, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
      SessionListener listener = new SessionListener(server, session);
      Threads.start("muxado-wire-accept-" + session, listener::accept);
      return listener;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on 127.0.0.1", e);
    }
  }

  /** The port. */
  int port() {
    return server.getLocalPort();
  }

  /** Completes with the connection, or fails once the listener is closed without one. */
  CompletableFuture<Socket> connection() {
    return connection;
  }

  /** Drops the connection, made or yet to come. */
  void abandon() {
    boolean yetToCome =
        connection.completeExceptionally(new CancellationException("The session was abandoned"));
    if (!yetToCome && !connection.isCompletedExceptionally()) {
      drop(connection.join());
    }
  }

  private static void drop(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (!connection.isDone()) {
        identify(server.accept());
      }
    } catch (IOException e) {
      connection.completeExceptionally(new UncheckedIOException(e));
    }
  }

  private void identify(Socket socket) throws IOException {
    if (!says(session, socket) || !connection.complete(socket)) {
      drop(socket);
    }
  }

  private static boolean says(long session, Socket socket) throws IOException {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(NUMBER_TIMEOUT_MILLIS);
      long number = new DataInputStream(socket.getInputStream()).readLong();
      socket.setSoTimeout(0);
      return number == session;
    } catch (SocketTimeoutException | SocketException | EOFException silent) {
      return false;
    }
  }

  /** Stops listening; a connection that was made lives on. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
