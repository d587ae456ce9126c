package org.muxado.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import org.muxado.engine.Role;
import org.muxado.transport.InMemoryTransport;
import org.muxado.transport.StreamTransport;
import org.muxado.transport.TcpTransport;
import org.muxado.transport.Transport;

/** Two sessions that are joined, for tests. */
public final class Link implements AutoCloseable {

  /** No heartbeats: what is on the wire is what the test does. */
  public static final SessionSettings PLAIN = SessionSettings.builder().noHeartbeat().build();

  /** What joins the two. */
  public enum Kind {
    IN_MEMORY,
    TCP,
    BLOCKING_SOCKETS
  }

  public final Session client;
  public final Session server;

  Link(Transport clientEnd, Transport serverEnd, SessionSettings settings) {
    server = Session.start(Role.SERVER, serverEnd, settings);
    client = Session.start(Role.CLIENT, clientEnd, settings);
  }

  Link(Session client, Session server) {
    this.client = client;
    this.server = server;
  }

  public static Link over(Kind kind) throws IOException {
    return over(kind, PLAIN);
  }

  public static Link over(Kind kind, SessionSettings settings) throws IOException {
    return switch (kind) {
      case IN_MEMORY -> inMemory(65_536, settings);
      case TCP -> tcp(settings);
      case BLOCKING_SOCKETS -> sockets(settings);
    };
  }

  public static Link inMemory(int capacityBytes, SessionSettings settings) {
    InMemoryTransport.Pair pair = InMemoryTransport.pair(capacityBytes);
    return new Link(pair.client(), pair.server(), settings);
  }

  private static Link tcp(SessionSettings settings) throws IOException {
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      TcpTransport dialled = TcpTransport.connect((InetSocketAddress) listener.getLocalAddress());
      return new Link(dialled, new TcpTransport(listener.accept()), settings);
    }
  }

  private static Link sockets(SessionSettings settings) throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Socket dialled = new Socket(listener.getInetAddress(), listener.getLocalPort());
      Transport other = StreamTransport.of(listener.accept());
      return new Link(StreamTransport.of(dialled), other, settings);
    }
  }

  @Override
  public void close() {
    client.kill();
    server.kill();
  }
}
