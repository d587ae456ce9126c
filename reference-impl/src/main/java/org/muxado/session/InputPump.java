package org.muxado.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.muxado.transport.PolledTransport;

/**
 * Reads a polled transport and feeds the engine, round by round. For the one thread that holds the
 * input, without the session lock; under that lock the input changes hands.
 */
final class InputPump {

  private final SessionCore core;
  private final PolledTransport transport;
  private final PolledOutput output;
  private final InputBuffer buffer = new InputBuffer();
  private boolean more = true;
  private boolean over;
  private @Nullable IOException failure;

  InputPump(SessionCore core, PolledTransport transport, PolledOutput output) {
    this.core = core;
    this.transport = transport;
    this.output = output;
  }

  /** Whether there is nothing left to read. */
  boolean isOver() {
    return over;
  }

  /** What the transport threw at its end, or null if it ended in order. */
  @Nullable IOException failure() {
    return failure;
  }

  /** Reads no more. */
  void stop() {
    over = true;
  }

  /** Waits for the transport, reads what is there and feeds it, unless the turn is over before. */
  void round(Turn turn) {
    try {
      IOException broken = more ? null : pause(turn);
      if (!turn.isOver()) {
        read(broken);
      }
    } catch (IOException e) {
      failure = e;
      stop();
    }
  }

  /** Reads; over a transport whose writes fail, until nothing is left. */
  private void read(@Nullable IOException broken) throws IOException {
    ByteBuffer input = buffer.octets();
    int count = mayRead() ? transport.read(input) : 0;
    more = !input.hasRemaining();
    if (count > 0) {
      core.receive(input.flip());
      buffer.wasRead(count);
    } else if (count < 0 || broken != null) {
      failure = count < 0 ? null : broken;
      stop();
    }
  }

  /** Whether nothing waits to be written, where reading may end the output too. */
  private boolean mayRead() throws IOException {
    if (!transport.readMayEndOutput()) {
      return true;
    }
    core.lock();
    try {
      output.resume();
      core.settleAll();
      return output.settled();
    } finally {
      core.releaseSettled();
    }
  }

  /** Waits for the transport, unless writing has failed: then gives what it threw. */
  private @Nullable IOException pause(Turn turn) throws IOException {
    IOException broken;
    boolean forOutput;
    boolean waits;
    core.lock();
    try {
      output.resume();
      core.settleAll();
      broken = output.failure();
      forOutput = output.stalled();
      waits = turn.waits();
    } finally {
      core.releaseSettled();
    }
    if (broken == null && waits && !turn.isOver()) {
      transport.await(true, forOutput);
    }
    return broken;
  }
}
