package org.muxado.tck.player;

import org.jspecify.annotations.Nullable;
import org.muxado.tck.spi.Outcome;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.Termination;
import org.muxado.vectors.conversation.Action;
import org.muxado.vectors.conversation.Awaited;
import org.muxado.vectors.wire.Codes;
import org.muxado.vectors.wire.ErrorCodes;

/** Plays the steps that wait for what the application or the kit must see. */
final class AwaitSteps {

  private final Stage stage;
  private final Application application;

  AwaitSteps(Stage stage) {
    this.stage = stage;
    application = stage.application();
  }

  int play(Action.Await action) {
    Awaited awaited = action.awaited();
    if (awaited instanceof Awaited.Read read) {
      new ReadStep(stage, read).play();
    } else if (awaited instanceof Awaited.StreamOutcome outcome) {
      awaitOutcome(outcome);
    } else if (awaited instanceof Awaited.Terminated terminated) {
      awaitTermination(terminated);
    } else if (awaited instanceof Awaited.Done done) {
      AppSteps.await(stage, stage.takePending(done.pending()), done.fails());
    } else if (awaited instanceof Awaited.Settled settled) {
      awaitSettled(stage.takePending(settled.pending()));
    } else if (awaited instanceof Awaited.WireRead) {
      awaitWireRead();
    } else if (awaited instanceof Awaited.WireReleased) {
      stage
          .waiter()
          .until(stage.exchange()::isWireReleased, () -> "the implementation to release the wire");
    } else if (awaited instanceof Awaited.WireFull) {
      stage.waiter().until(stage.exchange()::isWireFull, () -> "the wire to be full");
    } else if (awaited instanceof Awaited.Window window) {
      awaitWindow(window);
    } else if (awaited instanceof Awaited.StreamPriority priority) {
      checkPriority(priority);
    }
    return stage.now();
  }

  private void checkPriority(Awaited.StreamPriority wanted) {
    int found = stage.bindings().stream(wanted.stream()).priority();
    application.note(wanted.stream() + " has the priority " + found);
    if (found != wanted.priority()) {
      throw CaseStopped.failed(
          "the priority " + wanted.priority() + " on " + wanted.stream(), "it is " + found);
    }
  }

  private void awaitSettled(Stage.Started started) {
    stage.waiter().untilAnswered(started.call());
    if (application.failureOf(started.call()) == null) {
      started.onSuccess().run();
    }
  }

  private void awaitWireRead() {
    Exchange exchange = stage.exchange();
    String expected = "the implementation to read everything that the kit sent";
    stage.waiter().until(() -> exchange.isInputRead() || exchange.isInputDropped(), () -> expected);
    if (exchange.isInputDropped()) {
      throw CaseStopped.failed(expected, "it released the transport with octets unread");
    }
  }

  private void awaitWindow(Awaited.Window window) {
    int stream = stage.bindings().id(window.stream());
    stage
        .waiter()
        .untilFrame(
            () -> stage.scene().ledger().windowForKit(stream) >= window.atLeastOctets(),
            () ->
                "a window of at least %d on stream %d; it is %d"
                    .formatted(
                        window.atLeastOctets(),
                        stream,
                        stage.scene().ledger().windowForKit(stream)));
  }

  private void awaitOutcome(Awaited.StreamOutcome wanted) {
    String opening = wanted.opening();
    if (opening == null || isOpened(wanted, stage.takePending(opening))) {
      awaitOutcomeOfOpen(wanted);
    }
  }

  /** Whether the opening went well; where it failed, the failure was judged. */
  private boolean isOpened(Awaited.StreamOutcome wanted, Stage.Started opening) {
    stage.waiter().untilAnswered(opening.call());
    PeerFailure failure = application.failureOf(opening.call());
    AppSteps.await(stage, opening, failure == null ? null : wanted.failure());
    return failure == null;
  }

  private void awaitOutcomeOfOpen(Awaited.StreamOutcome wanted) {
    PeerStream stream = stage.bindings().stream(wanted.stream());
    String what = "the end of " + wanted.stream() + " (stream " + stream.id() + ")";
    Call<Outcome> call = application.call(what, stream::outcome);
    stage.waiter().untilAnswered(call);
    PeerFailure failure = application.failureOf(call);
    if (failure != null) {
      throw CaseStopped.failed(what + " to be told", AnswerText.withMessage(failure));
    }
    Outcome outcome = application.valueOf(call);
    application.note(what + ": " + AnswerText.of(outcome));
    if (!isWanted(wanted, outcome)) {
      String expected = wanted.inPeace() ? "both FINs" : Failures.text(wanted.failure());
      throw CaseStopped.failed(what + " by " + expected, AnswerText.of(outcome));
    }
  }

  private static boolean isWanted(Awaited.StreamOutcome wanted, Outcome outcome) {
    if (wanted.inPeace()) {
      return outcome.kind() == null;
    }
    return outcome.kind() != null
        && Failures.match(wanted.failure(), outcome.kind(), outcome.code(), outcome.retry());
  }

  private void awaitTermination(Awaited.Terminated wanted) {
    Call<Termination> call = application.terminated();
    stage.waiter().untilAnswered(call);
    PeerFailure failure = application.failureOf(call);
    if (failure != null) {
      throw CaseStopped.failed(
          "the end of the session to be told", AnswerText.withMessage(failure));
    }
    Termination found = application.valueOf(call);
    application.note("the session ended: " + AnswerText.of(found));
    check("cause", wanted.cause(), found.cause().name(), found);
    check("by the peer", wanted.byPeer(), String.valueOf(found.byPeer()), found);
    checkCode(wanted.codes(), found);
    String debug = wanted.debugContains();
    if (debug != null && !found.debug().contains(debug)) {
      throw CaseStopped.failed("a debug text with \"" + debug + "\"", AnswerText.of(found));
    }
  }

  private static void check(
      String what, @Nullable Object wanted, String found, Termination termination) {
    if (wanted != null && !wanted.toString().equals(found)) {
      throw CaseStopped.failed(
          "the session to end with " + what + " " + wanted, AnswerText.of(termination));
    }
  }

  private static void checkCode(Codes wanted, Termination found) {
    if (!wanted.allow(found.code())) {
      throw CaseStopped.failed(
          "the session to end with " + wanted,
          found.code() == -1 ? "no code" : ErrorCodes.name(found.code()));
    }
  }
}
