package org.muxado.tck.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

final class ExternalSessionCloseTest {

  /** A connection that cannot be closed. */
  private static final class Unclosable extends Socket {
    @Override
    public synchronized void close() throws IOException {
      throw new IOException("no close today");
    }
  }

  /** The wire used to stay open. */
  @Test
  void closesTheWireWhereTheConnectionFails() throws IOException {
    Program program =
        Program.greet(
            ControlLink.over(ProgramProcess.start(Fakes.command("none"))),
            ExternalSettings.DEFAULTS);
    try (PipeWire wire = new PipeWire();
        Unclosable socket = new Unclosable()) {
      WireBridge bridge = new WireBridge(socket, wire);
      ExternalSession session = new ExternalSession(program, 1, bridge, wire, 0);
      assertThrows(UncheckedIOException.class, session::close);
      assertTrue(wire.kit().isClosed());
    } catch (IOException expectedOfTheSocket) {
      assertEquals("no close today", expectedOfTheSocket.getMessage());
    } finally {
      program.close();
    }
  }
}
