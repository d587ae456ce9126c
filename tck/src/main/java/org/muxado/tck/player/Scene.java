package org.muxado.tck.player;

import org.muxado.tck.clock.ManualClock;
import org.muxado.tck.monitor.Ledger;
import org.muxado.tck.monitor.Monitor;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.Role;
import org.muxado.tck.transcript.Transcript;
import org.muxado.tck.verdict.Verdict;
import org.muxado.tck.wire.MemoryWire;
import org.muxado.vectors.conversation.Conversation.Chunking;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;

/**
 * One session of the implementation with everything that the kit needs around it: wire, transcript,
 * monitor, application. Used by the thread that plays the case.
 */
final class Scene implements AutoCloseable {

  private final Signal signal = new Signal();
  private final Transcript transcript;
  private final ManualClock clock;
  private final MemoryWire wire;
  private final Ledger ledger;
  private final Monitor monitor;
  private final Exchange exchange;
  private final Waiter waiter;
  private final Application application;
  private boolean goAwayAsked;
  private boolean ending;

  /**
   * Starts a session.
   *
   * @param transcript takes what happens, from the start on
   * @param clock the clock that the options name, or one that nobody looks at
   * @throws CaseStopped if the implementation cannot be started
   */
  Scene(
      Implementation implementation,
      Role role,
      Setting setting,
      PeerOptions options,
      ManualClock clock,
      Transcript transcript) {
    this.transcript = transcript;
    this.clock = clock;
    wire = new MemoryWire(setting.wireCapacityOctets(), signal::raise);
    ledger = new Ledger(role, options.firstStreamId());
    monitor = new Monitor(ledger, options);
    exchange =
        new Exchange(wire, setting.chunking(), options.peerQuirks(), ledger, monitor, transcript);
    waiter = new Waiter(signal, exchange, setting.watchdogNanos());
    try {
      application =
          new Application(
              () -> implementation.start(role, wire.implementationEnd(), options),
              implementation.startLimit().toNanos(),
              transcript,
              signal,
              setting.watch());
    } catch (RuntimeException e) {
      wire.dispose();
      throw e;
    }
    exchange.beforeReceiving(() -> application.takeHandedOver(this::handedOver));
    exchange.onReceived(this::watchForTheEnd);
  }

  /**
   * How a session is played.
   *
   * @param wireCapacityOctets what the wire holds from the implementation
   * @param chunking how the kit's octets are divided
   * @param watchdogNanos how long something that must come may take
   * @param watch shows the call that is running
   */
  record Setting(int wireCapacityOctets, Chunking chunking, long watchdogNanos, CallWatch watch) {}

  private void handedOver(int stream) {
    if (!ledger.isImplementations(stream)) {
      monitor.handedOver(stream);
      ledger.handedOver(stream);
    }
  }

  private void watchForTheEnd(Received received) {
    if (received.frame() instanceof Frame.GoAway goAway && !goAwayAsked) {
      ending = true;
      if (goAway.code() != ErrorCodes.NO_ERROR) {
        monitor.sessionErrorSaid();
      }
    }
  }

  /** The application asks for a GOAWAY itself: one that comes now does not end the session. */
  void goAwayAsked() {
    goAwayAsked = true;
  }

  /** The application ends the session itself. */
  void endAsked() {
    goAwayAsked = true;
    ending = true;
  }

  /** Whether the session is ending, as far as the kit can know. */
  boolean isEnding() {
    return ending
        || exchange.isOutputEnded()
        || exchange.isInputEnded()
        || exchange.isBreakAhead()
        || exchange.isInsideOwnFrame()
        || application.terminated().isAnswered();
  }

  /** Moves the clock; what falls due runs here, and what it throws is the implementation's. */
  void advanceClock(long nanos) {
    exchange.timePasses();
    application.guarded(
        "timers",
        () -> {
          clock.advance(nanos);
          return true;
        });
  }

  /**
   * What is behind a fault: a program that ends takes its wire along, and is heard of a moment
   * later. Waits a bounded time for the end of the session where the output has ended.
   */
  CaseStopped causeOf(CaseStopped fault) {
    if (fault.verdict() != Verdict.FAIL && fault.verdict() != Verdict.HUNG) {
      return fault;
    }
    if (exchange.isOutputEnded()) {
      awaitTheEnd();
    }
    return application.causeOf(fault);
  }

  private void awaitTheEnd() {
    try {
      waiter.beginStep();
      waiter.untilAnswered(application.terminated());
    } catch (CaseStopped alsoMissing) {
      // The fault that is known already says more.
    }
  }

  Transcript transcript() {
    return transcript;
  }

  Ledger ledger() {
    return ledger;
  }

  Monitor monitor() {
    return monitor;
  }

  Exchange exchange() {
    return exchange;
  }

  Waiter waiter() {
    return waiter;
  }

  Application application() {
    return application;
  }

  /** Frees the session and the wire, whatever became of them; waits for nothing. */
  @Override
  public void close() {
    try {
      application.close();
    } finally {
      wire.dispose();
    }
  }
}
