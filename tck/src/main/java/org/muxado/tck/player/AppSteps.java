package org.muxado.tck.player;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.player.Stage.Started;
import org.muxado.tck.spi.OpenOptions;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.PeerStream;
import org.muxado.vectors.conversation.Action;
import org.muxado.vectors.conversation.AppOperation;
import org.muxado.vectors.conversation.Failure;
import org.muxado.vectors.conversation.PatternOctets;
import org.muxado.vectors.conversation.Payload;
import org.muxado.vectors.wire.ErrorCodes;

/** Plays the steps in which the application does something. */
final class AppSteps {

  private final Stage stage;
  private final Application application;

  AppSteps(Stage stage) {
    this.stage = stage;
    application = stage.application();
  }

  int play(Action.App action) {
    Started started = start(action.operation());
    application.note(started.call().what());
    String pending = action.pending();
    if (pending != null) {
      stage.pending().put(pending, started);
      return StepPlayer.NOT_AWAITED;
    }
    return await(stage, started, action.fails());
  }

  /**
   * Waits for a call.
   *
   * @param wanted how it must fail, or null if it must go well
   */
  static int await(Stage stage, Started started, @Nullable Failure wanted) {
    Call<?> call = started.call();
    stage.waiter().untilAnswered(call);
    PeerFailure failure = stage.application().failureOf(call);
    if (failure == null && wanted == null) {
      started.onSuccess().run();
    } else {
      judge(call.what(), failure, wanted);
      stage.application().note(call.what() + " failed: " + text(failure));
    }
    return stage.now();
  }

  private static void judge(String what, @Nullable PeerFailure found, @Nullable Failure wanted) {
    if (wanted == null) {
      throw CaseStopped.failed(what + " to go well", text(found));
    }
    if (found == null || !Failures.match(wanted, found.kind(), found.code(), found.retry())) {
      throw CaseStopped.failed(what + " to end with " + Failures.text(wanted), text(found));
    }
  }

  private static String text(@Nullable PeerFailure found) {
    return found == null ? "it went well" : AnswerText.withMessage(found);
  }

  private Started start(AppOperation operation) {
    if (operation instanceof AppOperation.Open open) {
      return open(open);
    } else if (operation instanceof AppOperation.Accept accept) {
      return accept(accept);
    } else if (operation instanceof AppOperation.Write write) {
      return write(write);
    } else if (operation instanceof AppOperation.Finish finish) {
      return onStream("finish", finish.stream(), s -> s.write(new byte[0], true));
    } else if (operation instanceof AppOperation.ShutdownInput shutdown) {
      return onStream("shut down the input of", shutdown.stream(), PeerStream::shutdownInput);
    } else if (operation instanceof AppOperation.Reset reset) {
      String what = "reset (" + ErrorCodes.name(reset.code()) + ")";
      return onStream(what, reset.stream(), s -> s.reset(reset.code()));
    } else if (operation instanceof AppOperation.Close close) {
      return onStream("close", close.stream(), PeerStream::close);
    } else if (operation instanceof AppOperation.SetPriority set) {
      String what = "set priority " + set.priority() + " of";
      return onStream(what, set.stream(), s -> s.setPriority(set.priority()));
    }
    return startOnSession(operation);
  }

  private Started startOnSession(AppOperation operation) {
    if (operation instanceof AppOperation.GoAway goAway) {
      stage.scene().goAwayAsked();
      byte[] debug = goAway.debug().getBytes(StandardCharsets.UTF_8);
      return onSession("go away", () -> application.session().goAway(goAway.code(), debug));
    } else if (operation instanceof AppOperation.Quiesce) {
      return onSession("quiesce", () -> application.session().quiesce());
    }
    stage.scene().endAsked();
    if (operation instanceof AppOperation.Drain) {
      return onSession("drain", () -> application.session().drain());
    } else if (operation instanceof AppOperation.CloseSession) {
      return onSession("close the session", () -> application.session().closeSession());
    }
    stage.exchange().allowCutOff();
    return onSession("kill the session", () -> application.session().kill());
  }

  private Started onSession(String what, Supplier<CompletionStage<Void>> operation) {
    return new Started(application.call(what, operation), () -> {});
  }

  private interface StreamOperation {
    CompletionStage<Void> on(PeerStream stream);
  }

  private Started onStream(String what, String name, StreamOperation operation) {
    PeerStream stream = stage.bindings().stream(name);
    String text = what + " " + name + " (stream " + stream.id() + ")";
    return new Started(application.call(text, () -> operation.on(stream)), () -> {});
  }

  private Started open(AppOperation.Open open) {
    OpenOptions options = new OpenOptions(open.priority(), open.type(), open.fin());
    Call<PeerStream> call =
        application.call("open " + open.stream(), () -> application.session().open(options));
    return new Started(call, () -> opened(open.stream(), application.valueOf(call)));
  }

  private void opened(String name, PeerStream stream) {
    stage.bindings().bind(name, stream);
    application.note("opened " + name + ": stream " + stream.id());
  }

  private Started accept(AppOperation.Accept accept) {
    Call<PeerStream> call = application.accept("accept " + accept.stream());
    return new Started(call, () -> accepted(accept, application.valueOf(call)));
  }

  private void accepted(AppOperation.Accept accept, PeerStream stream) {
    application.note("accepted " + accept.stream() + ": stream " + stream.id());
    if (accept.expected() != null) {
      check("accept stream", stage.bindings().id(accept.expected()), stream.id());
    }
    if (accept.type() != null) {
      check("accept a stream of type", accept.type(), stream.type());
    }
    if (accept.priority() != null) {
      check("accept a stream of priority", accept.priority(), stream.priority());
    }
    stage.bindings().bind(accept.stream(), stream);
  }

  private static void check(String what, int wanted, int found) {
    if (wanted != found) {
      throw CaseStopped.failed(
          what + " " + Integer.toUnsignedString(wanted), Integer.toUnsignedString(found));
    }
  }

  private Started write(AppOperation.Write write) {
    PeerStream stream = stage.bindings().stream(write.stream());
    byte[] octets = octets(write, stream.id());
    String what =
        "write %d octets%s on %s (stream %d)"
            .formatted(octets.length, write.fin() ? " and FIN" : "", write.stream(), stream.id());
    return new Started(application.call(what, () -> stream.write(octets, write.fin())), () -> {});
  }

  private byte[] octets(AppOperation.Write write, int stream) {
    if (write.payload() instanceof Payload.Exactly exactly) {
      stage.bindings().advanceWritten(write.stream(), exactly.octets().length);
      return exactly.octets();
    } else if (write.payload() instanceof Payload.Patterned patterned) {
      long position = stage.bindings().advanceWritten(write.stream(), patterned.size());
      return PatternOctets.of(stream, position, patterned.size());
    }
    throw new IllegalStateException("the application cannot write " + write.payload());
  }
}
