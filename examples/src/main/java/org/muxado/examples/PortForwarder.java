package org.muxado.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.muxado.Muxado;
import org.muxado.SessionListener;
import org.muxado.net.StreamServerSocket;
import org.muxado.net.StreamSocketFactory;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;

/**
 * Forwards a TCP port through one session: each connection to the <em>entrance</em> becomes a
 * stream, and at the <em>exit</em> a connection to the target. Half-closed connections stay half
 * open all the way.
 */
public final class PortForwarder implements AutoCloseable {

  private interface Step {
    void run() throws IOException;
  }

  private interface Onward {
    Socket open() throws IOException;
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Runs entrance, exit, target and a client in this process. */
  public static void main(String[] args) throws Exception {
    run(System.out);
  }

  static void run(PrintStream out) throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    SessionSettings settings = SessionSettings.DEFAULT;
    try (PortForwarder forwarder = new PortForwarder();
        ServerSocket target = new ServerSocket(0, 50, loopback);
        SessionListener listener = Muxado.listen(new InetSocketAddress(loopback, 0), settings);
        Session entranceSide = Muxado.dial(listener.address(), settings);
        Session exitSide = listener.accept();
        ServerSocket entrance = new ServerSocket(0, 50, loopback)) {
      forwarder.start(() -> shout(target.accept()));
      forwarder.exit(exitSide, target.getLocalSocketAddress());
      forwarder.entrance(entrance, entranceSide);
      out.println(ask(entrance.getLocalSocketAddress(), "through one session"));
      out.println(ask(entrance.getLocalSocketAddress(), "and again"));
    }
  }

  /** Opens a stream for each connection that comes. */
  private void entrance(ServerSocket door, Session session) {
    StreamSocketFactory streams = new StreamSocketFactory(session);
    start(() -> join(door.accept(), () -> streams.createSocket("exit", 0)));
  }

  /** Connects to the target for each stream that comes. */
  private void exit(Session session, SocketAddress target) throws IOException {
    ServerSocket door = StreamServerSocket.over(session);
    start(() -> join(door.accept(), () -> connect(target)));
  }

  private static Socket connect(SocketAddress target) throws IOException {
    Socket socket = new Socket();
    socket.connect(target, 5_000);
    return socket;
  }

  /** Does a step again and again, until its server socket is closed. */
  private void start(Step step) {
    threads.execute(
        () -> {
          try {
            while (true) {
              step.run();
            }
          } catch (IOException closed) {
            // the end
          }
        });
  }

  private void join(Socket one, Onward onward) {
    threads.execute(
        () -> {
          try (one;
              Socket other = onward.open()) {
            Future<?> back = threads.submit(() -> copy(other, one));
            copy(one, other);
            back.get();
          } catch (IOException | ExecutionException | InterruptedException broken) {
            // both are closed
          }
        });
  }

  /** Copies one direction up to its end. What breaks one direction breaks both. */
  private static Object copy(Socket from, Socket to) throws IOException {
    try {
      long octets = from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
      return octets;
    } catch (IOException e) {
      reset(from);
      reset(to);
      throw e;
    }
  }

  private static void reset(Socket socket) throws IOException {
    if (!socket.isClosed()) {
      socket.setSoLinger(true, 0); // nobody is to take this for an orderly end
      socket.close();
    }
  }

  /** The target: answers, when the question has ended, in capitals. */
  private static void shout(Socket caller) throws IOException {
    try (caller) {
      String question = new String(caller.getInputStream().readAllBytes(), UTF_8);
      caller.getOutputStream().write(question.toUpperCase(Locale.ROOT).getBytes(UTF_8));
    }
  }

  /** A client, who knows of no session. */
  private static String ask(SocketAddress entrance, String question) throws IOException {
    try (Socket socket = connect(entrance)) {
      socket.getOutputStream().write(question.getBytes(UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Override
  public void close() {
    threads.shutdown(); // what it runs has ended, or ends with its sockets
  }
}
