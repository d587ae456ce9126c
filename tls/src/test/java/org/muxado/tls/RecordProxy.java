package org.muxado.tls;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/**
 * Forwards one TLS connection record by record, in one direction only so many; then that direction
 * ends, as if the network had cut it.
 */
final class RecordProxy implements Closeable {

  private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final int serverPort;
  private final int up;
  private final int down;
  private final CompletableFuture<Void> running;

  /**
   * Begins to listen.
   *
   * @param up how many records of the client are forwarded
   * @param down how many records of the server are forwarded
   */
  RecordProxy(int serverPort, int up, int down) throws IOException {
    this.serverPort = serverPort;
    this.up = up;
    this.down = down;
    running = CompletableFuture.runAsync(this::run, task -> new Thread(task).start());
  }

  int port() {
    return listening.getLocalPort();
  }

  private void run() {
    try (Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
      CompletableFuture<Void> back =
          CompletableFuture.runAsync(
              () -> forward(server, client, down), task -> new Thread(task).start());
      forward(client, server, up);
      back.join();
    } catch (IOException listeningClosed) {
      // Nobody came.
    }
  }

  private static void forward(Socket from, Socket to, int records) {
    try {
      DataInputStream in = new DataInputStream(from.getInputStream());
      OutputStream out = to.getOutputStream();
      for (int i = 0; i < records; i++) {
        forwardRecord(in, out);
      }
    } catch (IOException over) {
      // One side is gone; the other hears of it.
    }
    end(to);
    throwAway(from);
  }

  private static void forwardRecord(DataInputStream in, OutputStream out) throws IOException {
    byte[] header = new byte[RecordHeader.BYTES];
    in.readFully(header);
    byte[] body = new byte[(header[3] & 0xff) << 8 | (header[4] & 0xff)];
    in.readFully(body);
    byte[] whole = new byte[header.length + body.length];
    System.arraycopy(header, 0, whole, 0, header.length);
    System.arraycopy(body, 0, whole, header.length, body.length);
    out.write(whole);
  }

  private static void end(Socket to) {
    try {
      to.shutdownOutput();
    } catch (IOException gone) {
      // It has ended already.
    }
  }

  /** So that the sender does not notice by itself. */
  private static void throwAway(Socket from) {
    try {
      from.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException gone) {
      // It has ended.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    running.join();
  }
}
