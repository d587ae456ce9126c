package org.muxado.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.muxado.Muxado;
import org.muxado.SessionListener;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.session.Stream;

/** Two sessions that are joined, for the blocks of the guide. */
abstract class GuideSessions {

  final InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  final SessionSettings settings = SessionSettings.DEFAULT;
  final byte[] request = "hello".getBytes(UTF_8);
  final ExecutorService threads = Executors.newCachedThreadPool();

  SessionListener sessions;
  Session client;
  Session server;

  @BeforeEach
  final void connect() throws Exception {
    sessions = Muxado.listen(address, settings);
    client = Muxado.dial(sessions.address(), settings);
    server = sessions.accept();
  }

  @AfterEach
  final void end() throws Exception {
    client.kill();
    server.kill();
    sessions.close();
    threads.shutdownNow();
  }

  static Object echo(Stream stream) throws IOException {
    stream.writeLast(ByteBuffer.wrap(stream.inputStream().readAllBytes()));
    return null;
  }

  static byte[] call(Session session, byte[] request) throws IOException {
    Stream stream = session.open();
    stream.writeLast(ByteBuffer.wrap(request));
    return stream.inputStream().readAllBytes();
  }
}
