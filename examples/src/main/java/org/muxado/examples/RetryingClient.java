package org.muxado.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.muxado.Muxado;
import org.muxado.SessionListener;
import org.muxado.engine.RetryVerdict;
import org.muxado.session.MuxadoException;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.session.Stream;

/**
 * Requests and responses, one stream for each. When the server drains its session, the client tries
 * again on a second one: those requests, and only those, of which it is certain that nobody has
 * seen them.
 */
public final class RetryingClient implements AutoCloseable {

  private final InetSocketAddress server;
  private Session session;

  RetryingClient(InetSocketAddress server) throws IOException {
    this.server = server;
    session = dial();
  }

  private Session dial() throws IOException {
    return Muxado.dial(server, SessionSettings.DEFAULT);
  }

  /**
   * Sends a request and gives the response.
   *
   * @throws MuxadoException if the server may have done what was asked, or would not twice
   */
  String call(String request) throws IOException {
    Session first = current();
    try {
      return exchange(first, request);
    } catch (MuxadoException e) {
      if (e.retry() != RetryVerdict.NOT_PROCESSED) {
        throw e;
      }
      return exchange(other(first), request);
    }
  }

  private static String exchange(Session session, String request) throws IOException {
    Stream stream = session.open();
    stream.writeLast(ByteBuffer.wrap(request.getBytes(UTF_8)));
    return new String(stream.inputStream().readAllBytes(), UTF_8);
  }

  private synchronized Session current() {
    return session;
  }

  /** A session in place of one that takes no more streams; those on it may still end. */
  private synchronized Session other(Session old) throws IOException {
    if (session == old) {
      session = dial();
    }
    return session;
  }

  @Override
  public void close() throws IOException {
    current().close();
  }

  /** Runs a server and a client in this process. */
  public static void main(String[] args) throws Exception {
    run(System.out);
  }

  static void run(PrintStream out) throws Exception {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    try (SessionListener listener = Muxado.listen(anyPort, SessionSettings.DEFAULT);
        RetryingClient client = new RetryingClient(listener.address())) {
      Future<?> server = threads.submit(() -> serve(listener));
      List<Future<String>> answers =
          List.of(
              threads.submit(() -> client.call("one")),
              threads.submit(() -> client.call("two")),
              threads.submit(() -> client.call("three")));
      for (Future<String> answer : answers) {
        out.println(answer.get());
      }
      out.println(lost(client, "crash"));
      server.get();
    } finally {
      threads.shutdown();
    }
  }

  /** The server may have begun with what it was asked before it died: that is for people. */
  private static String lost(RetryingClient client, String request) throws IOException {
    try {
      return client.call(request);
    } catch (MuxadoException e) {
      return request + " was not tried again, its verdict is " + e.retry();
    }
  }

  /** Restarts, as its client sees it: drains a session, and serves the next one until it dies. */
  private static Void serve(SessionListener listener) throws IOException {
    try (Session draining = listener.accept()) {
      Stream taken = draining.accept();
      draining.drain(Duration.ofSeconds(10)); // what was taken is answered, and nothing more taken
      answer(taken, request(taken), "old");
      draining.awaitTermination();
    }
    try (Session serving = listener.accept()) {
      while (serving.termination() == null) {
        Stream taken = serving.accept();
        String request = request(taken);
        if (request.equals("crash")) {
          serving.kill();
        } else {
          answer(taken, request, "new");
        }
      }
    }
    return null;
  }

  private static String request(Stream stream) throws IOException {
    return new String(stream.inputStream().readAllBytes(), UTF_8);
  }

  private static void answer(Stream stream, String request, String server) throws IOException {
    String response = request + " was answered by the " + server + " server";
    stream.writeLast(ByteBuffer.wrap(response.getBytes(UTF_8)));
  }
}
