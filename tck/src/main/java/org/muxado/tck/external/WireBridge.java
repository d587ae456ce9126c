package org.muxado.tck.external;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import org.muxado.tck.spi.Wire;

/**
 * Carries octets between the kit's wire and the program's connection, on two threads of its own.
 *
 * <ul>
 *   <li>The end of one side's output becomes the end of output on the other (half-close).
 *   <li>A wire that breaks becomes a reset of the connection.
 *   <li>An end or a reset of the connection by the program both end its output; what the kit sends
 *       after that is thrown away, as TCP would.
 * </ul>
 */
final class WireBridge implements AutoCloseable {

  private static final int CHUNK_BYTES = 16_384;

  private final Socket socket;
  private final Wire wire;

  WireBridge(Socket socket, Wire wire) {
    this.socket = socket;
    this.wire = wire;
  }

  /** Starts carrying. */
  void start(long session) {
    Threads.start("muxado-wire-to-program-" + session, this::carryToProgram);
    Threads.start("muxado-wire-to-kit-" + session, this::carryToKit);
  }

  private void carryToProgram() {
    byte[] chunk = new byte[CHUNK_BYTES];
    boolean takes = true;
    try {
      for (int count = wire.in().read(chunk); count >= 0; count = wire.in().read(chunk)) {
        takes = takes && offer(chunk, count);
      }
      endOutput();
    } catch (IOException wireBroke) {
      reset();
    }
  }

  private boolean offer(byte[] chunk, int count) {
    try {
      socket.getOutputStream().write(chunk, 0, count);
      return true;
    } catch (IOException programLeft) {
      return false;
    }
  }

  private void endOutput() {
    try {
      socket.shutdownOutput();
    } catch (IOException programLeft) {
      // It has closed the connection already: nobody waits for the end of our output.
      close();
    }
  }

  private void carryToKit() {
    byte[] chunk = new byte[CHUNK_BYTES];
    try {
      for (int count = readSocket(chunk); count >= 0; count = readSocket(chunk)) {
        wire.out().write(chunk, 0, count);
        wire.out().flush();
      }
      wire.out().close();
    } catch (IOException wireBroke) {
      reset();
    }
  }

  private int readSocket(byte[] chunk) {
    try {
      return socket.getInputStream().read(chunk);
    } catch (IOException programLeft) {
      return -1;
    }
  }

  private void reset() {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException alreadyClosed) {
      return;
    }
    close();
  }

  /** Closes the connection; the threads end as soon as the wire is closed too. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
