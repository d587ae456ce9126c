package org.muxado.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.HttpRequestHandler;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.muxado.net.StreamServerSocketFactory;
import org.muxado.net.StreamSocketFactory;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.tls.MuxadoTls;
import org.muxado.tls.TlsSessionListener;

/**
 * A web server where nobody can connect to. The <em>agent</em>, behind a firewall, dials out over
 * TLS to the <em>hub</em> and asks it, with an HTTP client, which application it wants. Then it
 * serves that application to the hub over the same session. OkHttp and HttpCore know nothing of
 * muxado: they are given socket factories.
 */
public final class ReverseServer {

  private ReverseServer() {}

  /** Runs both sides in this process. */
  public static void main(String[] args) throws Exception {
    run(System.out);
  }

  static void run(PrintStream out) throws Exception {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    SessionSettings settings = SessionSettings.DEFAULT;
    SelfSigned certificate = SelfSigned.create();
    try (TlsSessionListener listener = MuxadoTls.listen(anyPort, certificate.identity(), settings);
        Session agentSide =
            MuxadoTls.dial(
                "localhost", listener.address().getPort(), certificate.trust(), settings);
        Session hubSide = listener.accept();
        Hub hub = new Hub(hubSide);
        Agent agent = new Agent(agentSide)) {
      out.println("The hub wants: " + agent.serveWhatIsWanted());
      out.println("The hub is told: " + hub.call("http://agent/hello?hub"));
    }
  }

  /** Says which application it wants, and calls that. */
  private static final class Hub implements AutoCloseable {

    private final HttpServer wishes;
    private final OkHttpClient client;

    Hub(Session session) throws IOException {
      wishes =
          server(
              session,
              "hub",
              "/wanted",
              (request, response, context) -> response.setEntity(new StringEntity("greeter")));
      client = client(session);
    }

    String call(String url) throws IOException {
      return get(client, url);
    }

    @Override
    public void close() {
      client.connectionPool().evictAll();
      wishes.close(CloseMode.GRACEFUL);
    }
  }

  /** Asks the hub which application it wants, and serves it. */
  private static final class Agent implements AutoCloseable {

    private final Session session;
    private final OkHttpClient client;
    private @Nullable HttpServer application;

    Agent(Session session) {
      this.session = session;
      client = client(session);
    }

    /** The hub may call at once: its streams wait in the backlog until they are accepted. */
    String serveWhatIsWanted() throws IOException {
      String wanted = get(client, "http://hub/wanted");
      application = server(session, "agent", "/hello", greeter(wanted));
      return wanted;
    }

    private static HttpRequestHandler greeter(String name) {
      return (request, response, context) -> {
        String caller = request.getRequestUri().replaceFirst(".*\\?", "");
        response.setEntity(new StringEntity("Hello, " + caller + ", says the " + name));
      };
    }

    @Override
    public void close() {
      client.connectionPool().evictAll();
      if (application != null) {
        application.close(CloseMode.GRACEFUL);
      }
    }
  }

  /** A web server for the streams that the peer opens. The port is a name and nothing else. */
  private static HttpServer server(
      Session session, String host, String path, HttpRequestHandler handler) throws IOException {
    HttpServer server =
        ServerBootstrap.bootstrap()
            .setServerSocketFactory(new StreamServerSocketFactory(session))
            .setListenerPort(80)
            .setCanonicalHostName(host)
            .register(path, handler)
            .create();
    server.start();
    return server;
  }

  /** A web client whose connections are streams. Hosts are names: nothing is looked up. */
  private static OkHttpClient client(Session session) {
    return new OkHttpClient.Builder()
        .socketFactory(new StreamSocketFactory(session))
        .dns(host -> List.of(InetAddress.getByAddress(host, new byte[4])))
        .proxy(Proxy.NO_PROXY)
        .callTimeout(10, TimeUnit.SECONDS)
        .build();
  }

  private static String get(OkHttpClient client, String url) throws IOException {
    Request request = new Request.Builder().url(url).build();
    try (Response response = client.newCall(request).execute()) {
      return response.body().string();
    }
  }
}
