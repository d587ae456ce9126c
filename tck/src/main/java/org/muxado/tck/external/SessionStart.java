package org.muxado.tck.external;

import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.muxado.tck.external.ProgramFailedException.Kind;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Wire;

/**
 * Starts one session of a program: asks for it, waits for its connection and bridges it to the
 * kit's wire. Used by one thread, once.
 *
 * @param program the program
 * @param number the session's number
 * @param patience how long the answer and the connection may take, each
 */
record SessionStart(Program program, long number, Duration patience) {

  /**
   * Starts the session. Blocks for a bounded time.
   *
   * @throws ProgramFailedException if the program fails, refuses or hangs; one that hangs gets no
   *     further session
   * @throws org.muxado.tck.spi.UnimplementedException if the program lacks an option
   */
  PeerSession start(Role role, Wire wire, PeerOptions options) {
    long stderrBefore = program.link().process().stderrChars();
    program.begin(number);
    try (SessionListener listener = SessionListener.open(number)) {
      Socket socket = connect(listener, Request.start(number, role, listener.port(), options));
      return new ExternalSession(program, number, bridge(socket, wire), wire, stderrBefore);
    } catch (RuntimeException | Error e) {
      program.end(number);
      throw e;
    }
  }

  /** The bridge takes over the connection; it needs two threads, which may not be had. */
  private WireBridge bridge(Socket socket, Wire wire) {
    WireBridge bridge = new WireBridge(socket, wire);
    try {
      bridge.start(number);
      return bridge;
    } catch (RuntimeException | Error e) {
      bridge.close();
      throw e;
    }
  }

  private Socket connect(SessionListener listener, Request start) {
    try {
      await("answer start", program.link().call(start, ok -> true));
      return await("connect to 127.0.0.1:" + listener.port(), listener.connection());
    } catch (RuntimeException e) {
      listener.abandon();
      throw e;
    }
  }

  private <T> T await(String what, CompletableFuture<T> stage) {
    try {
      return Waiting.within(patience, stage);
    } catch (PeerFailure e) {
      throw program
          .link()
          .fault(Kind.REFUSED, "The program refused to start a session: " + e.getMessage());
    } catch (TimeoutException e) {
      program.retire();
      throw tooLate(what);
    }
  }

  private RuntimeException tooLate(String what) {
    RuntimeException earlier = program.link().failure();
    String message = "The program did not " + what + " within " + patience.toMillis() + " ms";
    return earlier != null ? earlier : program.link().fault(Kind.HUNG, message);
  }
}
