package org.muxado.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.muxado.Muxado;
import org.muxado.SessionListener;
import org.muxado.session.OpenOptions;
import org.muxado.session.Session;
import org.muxado.session.SessionSettings;
import org.muxado.session.Stream;

/** Two sessions of the library, with the settings that users get, over one TCP connection. */
final class MuxadoPair implements Network {

  private final Session client;
  private final Session server;

  MuxadoPair() throws IOException {
    this(SessionSettings.DEFAULT);
  }

  MuxadoPair(SessionSettings settings) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (SessionListener listener = Muxado.listen(anyPort, settings)) {
      client = Muxado.dial(listener.address(), settings);
      server = listener.accept();
    }
  }

  @Override
  public Duplex open(ByteBuffer first) throws IOException {
    MuxadoStream stream = new MuxadoStream(client.open(OpenOptions.DEFAULT, first));
    stream.write(first); // what the session did not take at once
    return stream;
  }

  @Override
  public Duplex accept() throws IOException {
    return new MuxadoStream(server.accept());
  }

  @Override
  public void close() {
    client.kill();
    server.kill();
  }

  private record MuxadoStream(Stream stream) implements Duplex {

    @Override
    public int read(ByteBuffer target) throws IOException {
      return stream.read(target);
    }

    @Override
    public void write(ByteBuffer source) throws IOException {
      if (source.hasRemaining()) {
        stream.write(source);
      }
    }

    @Override
    public void finish() throws IOException {
      stream.shutdownOutput();
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
