package org.muxado.adapter.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.muxado.Muxado;
import org.muxado.engine.Role;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.session.Stream;
import org.muxado.transport.TcpTransport;

/**
 * A session of this library and one of the Go library, joined by a TCP connection over loopback;
 * both send heartbeats as they do by default. Thread-safe.
 */
final class GoPair implements AutoCloseable {

  private final GoProgram go;
  private final HeldTransport transport;
  private final Session ours;

  private GoPair(GoProgram go, HeldTransport transport, Session ours) {
    this.go = go;
    this.transport = transport;
    this.ours = ours;
  }

  /**
   * Joins two sessions.
   *
   * @param role the one of this library's session
   * @param quirks whether it knows whom it talks to
   */
  static GoPair join(Role role, boolean quirks) throws Exception {
    GoProgram.require();
    SessionSettings settings = SessionSettings.builder().peerQuirks(quirks).build();
    return role == Role.CLIENT ? dial(settings) : listen(settings);
  }

  private static GoPair dial(SessionSettings settings) throws IOException {
    GoProgram go = GoProgram.start("server");
    HeldTransport transport = over(SocketChannel.open(loopback(go.listeningPort())));
    return new GoPair(go.obey(), transport, Muxado.client(transport, settings));
  }

  private static GoPair listen(SessionSettings settings) throws IOException {
    try (ServerSocketChannel listener = ServerSocketChannel.open().bind(loopback(0))) {
      GoProgram go = GoProgram.start("client", "127.0.0.1:" + listener.socket().getLocalPort());
      HeldTransport transport = over(listener.accept());
      return new GoPair(go.obey(), transport, Muxado.server(transport, settings));
    }
  }

  private static HeldTransport over(SocketChannel channel) throws IOException {
    return new HeldTransport(new TcpTransport(channel));
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  GoProgram go() {
    return go;
  }

  HeldTransport transport() {
    return transport;
  }

  Session ours() {
    return ours;
  }

  /** Gives the Go program a command and waits for its result. */
  String tell(String verb, Object... arguments) throws Exception {
    return go.call(verb, arguments).get();
  }

  /** Opens a stream on this side and accepts it on the other. */
  Stream openFromHere() throws Exception {
    Stream stream = ours.open();
    int accepted = Integer.parseInt(tell("accept"));
    if (accepted != stream.id()) {
      throw new AssertionError("opened " + stream + ", the Go library accepted " + accepted);
    }
    return stream;
  }

  /** Opens a stream on the other side and accepts it on this one. */
  Stream openFromThere() throws Exception {
    int opened = Integer.parseInt(tell("open"));
    Stream stream = ours.accept();
    if (opened != stream.id()) {
      throw new AssertionError("the Go library opened " + opened + ", accepted " + stream);
    }
    return stream;
  }

  @Override
  public void close() throws IOException {
    ours.kill();
    go.close();
  }
}
