package org.muxado.session;

import java.io.IOException;
import org.muxado.transport.PolledTransport;

/** What the io thread of a session over a polled transport does. */
final class PolledLoop implements Runnable {

  private final SessionCore core;
  private final PolledTransport transport;
  private final PolledOutput output;
  private final InputRole input;

  PolledLoop(SessionCore core, PolledTransport transport, PolledOutput output, InputRole input) {
    this.core = core;
    this.transport = transport;
    this.output = output;
    this.input = input;
  }

  @Override
  public void run() {
    try {
      pump(input.pump());
      finishOutput();
    } catch (RuntimeException | Error e) {
      core.end().crash(e);
    }
  }

  /** Reads and writes until the transport is over, except while calls do. */
  private void pump(InputPump pump) {
    input.awaitTurn();
    while (!pump.isOver()) {
      pump.round(input);
      input.awaitTurn();
    }
    core.end().inputEnded(pump.failure());
  }

  /** The input is over; what the engine still has to say may wait for the transport. */
  private void finishOutput() {
    try {
      boolean over = false;
      while (!over) {
        boolean forOutput;
        core.lock();
        try {
          output.resume();
          core.settleAll();
          forOutput = output.stalled();
          over = core.end().dropped();
        } finally {
          core.releaseSettled();
        }
        if (!over) {
          transport.await(false, forOutput);
        }
      }
    } catch (IOException e) {
      input.outputBroke(e);
    }
  }
}
