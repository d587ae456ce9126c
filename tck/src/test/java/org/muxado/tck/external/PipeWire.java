package org.muxado.tck.external;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.muxado.tck.spi.Wire;

/** A wire for tests over a loopback connection; {@link #kit} is the kit's side of it. */
final class PipeWire implements Wire, AutoCloseable {

  private final Socket near;
  private final Socket kit;

  PipeWire() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      near = new Socket(server.getInetAddress(), server.getLocalPort());
      kit = server.accept();
    }
    kit.setSoTimeout(10_000);
  }

  /** The kit's side. */
  Socket kit() {
    return kit;
  }

  /** Sends octets to the implementation. */
  void send(String text) throws IOException {
    kit.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads exactly this many octets from the implementation, or fewer at its end. */
  String receive(int count) throws IOException {
    return new String(kit.getInputStream().readNBytes(count), StandardCharsets.US_ASCII);
  }

  @Override
  public InputStream in() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        return near.getInputStream().read();
      }

      @Override
      public int read(byte[] octets, int from, int length) throws IOException {
        return near.getInputStream().read(octets, from, length);
      }
    };
  }

  @Override
  public OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        near.getOutputStream().write(octet);
      }

      @Override
      public void write(byte[] octets, int from, int length) throws IOException {
        near.getOutputStream().write(octets, from, length);
      }

      @Override
      public void close() throws IOException {
        near.shutdownOutput();
      }
    };
  }

  @Override
  public void close() {
    try {
      near.close();
      kit.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
