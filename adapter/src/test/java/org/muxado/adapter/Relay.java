package org.muxado.adapter;

import java.io.IOException;
import java.net.Socket;
import org.muxado.tck.spi.Wire;

/** Joins a wire of the kit to a socket: what comes on one goes out on the other, and so do ends. */
final class Relay {

  private static final int CHUNK_BYTES = 4_096;

  private final Wire wire;
  private final Socket socket;

  private Relay(Wire wire, Socket socket) {
    this.wire = wire;
    this.socket = socket;
  }

  static void join(Wire wire, Socket socket) {
    Relay relay = new Relay(wire, socket);
    start(relay::toLibrary);
    start(relay::toKit);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "kit-relay");
    thread.setDaemon(true);
    thread.start();
  }

  private void toLibrary() {
    byte[] chunk = new byte[CHUNK_BYTES];
    try {
      int count = wire.in().read(chunk);
      while (count >= 0) {
        socket.getOutputStream().write(chunk, 0, count);
        count = wire.in().read(chunk);
      }
      socket.shutdownOutput();
    } catch (IOException broken) {
      breakOff();
    }
  }

  private void toKit() {
    byte[] chunk = new byte[CHUNK_BYTES];
    try {
      int count = socket.getInputStream().read(chunk);
      while (count >= 0) {
        wire.out().write(chunk, 0, count);
        count = socket.getInputStream().read(chunk);
      }
      wire.out().close();
    } catch (IOException broken) {
      breakOff();
    }
  }

  private void breakOff() {
    wire.close();
    try {
      socket.close();
    } catch (IOException alreadyBroken) {
      // It is given up either way.
    }
  }
}
