package org.muxado.tck.external;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.external.PendingCall.OkReader;
import org.muxado.tck.external.ProgramFailedException.Kind;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.verdict.KitFaultException;

/**
 * Requests to one running program and their answers, in any order. The first fault ends the
 * program: every call that waits, and every later one, fails with the same {@link
 * ProgramFailedException}, or with the {@link KitFaultException} where the fault is the kit's.
 *
 * <p>Thread-safe. Stages complete on the thread that reads the program's output; what depends on
 * them must not block there.
 */
final class ControlLink {

  private static final int LINE_LIMIT_BYTES = 16 << 20;

  /** How much of a bad line a message shows. */
  private static final int SHOWN_CHARS = 200;

  private final ProgramProcess process;
  private final Map<Long, PendingCall<?>> pending = new HashMap<>();
  private long lastSeq;
  private @Nullable RuntimeException failure;

  private ControlLink(ProgramProcess process) {
    this.process = process;
  }

  /** Takes over a process that was just started. */
  static ControlLink over(ProgramProcess process) {
    ControlLink link = new ControlLink(process);
    Threads.start("muxado-driver-answers", link::takeAnswers);
    return link;
  }

  /** The process that is asked. */
  ProgramProcess process() {
    return process;
  }

  /** Sends a request; an error that comes back fails the stage with a {@link PeerFailure}. */
  <T> CompletableFuture<T> call(Request request, OkReader<T> reader) {
    return send(new PendingCall<>(request.op(), reader, null, new CompletableFuture<>()), request);
  }

  /** Sends a request; an error that comes back is a value too. */
  <T> CompletableFuture<T> call(
      Request request, OkReader<T> reader, Function<PeerFailure, T> onError) {
    return send(
        new PendingCall<>(request.op(), reader, onError, new CompletableFuture<>()), request);
  }

  private <T> CompletableFuture<T> send(PendingCall<T> call, Request request) {
    synchronized (this) {
      if (failure == null) {
        lastSeq++;
        pending.put(lastSeq, call);
        process.send(line(lastSeq, request));
        return call.result();
      }
    }
    call.abandon(failure);
    return call.result();
  }

  private static byte[] line(long seq, Request request) {
    ObjectNode numbered = Json.MAPPER.createObjectNode().put("seq", seq);
    numbered.setAll(request.members());
    return (numbered + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Why the program failed, or null as long as it has not. */
  synchronized @Nullable RuntimeException failure() {
    return failure;
  }

  /**
   * Kills the program and fails everything that waits; does nothing if it has failed already.
   *
   * @return why the program failed: this reason, or the earlier one
   */
  RuntimeException fail(Kind kind, String what) {
    RuntimeException cause = fail(fault(kind, what));
    process.destroy();
    return cause;
  }

  /** Describes a fault, without ending the program. */
  ProgramFailedException fault(Kind kind, String what) {
    return new ProgramFailedException(kind, process.exitCode(), what, process.stderrTail());
  }

  /** Fails everything that waits, asks the program to exit, and kills it if it does not. */
  void end(Duration patience) {
    fail(fault(Kind.ENDED, "The kit ended the program"));
    process.end(patience);
  }

  private RuntimeException fail(RuntimeException cause) {
    List<PendingCall<?>> orphans;
    synchronized (this) {
      if (failure != null) {
        return failure;
      }
      failure = cause;
      orphans = List.copyOf(pending.values());
      pending.clear();
    }
    orphans.forEach(call -> call.abandon(cause));
    return cause;
  }

  private void takeAnswers() {
    LineReader lines = new LineReader(process.output(), LINE_LIMIT_BYTES);
    try {
      for (String line = process.nextLine(lines); line != null; line = process.nextLine(lines)) {
        take(line);
      }
      fail(process.whyOutputEnded());
    } catch (MalformedAnswerException e) {
      fail(Kind.BROKE_PROTOCOL, "The program broke the control protocol: " + e.getMessage());
    } catch (RuntimeException e) {
      failOfTheKit(e);
    }
  }

  /** Without this, every call would wait for a thread that is gone. */
  private void failOfTheKit(RuntimeException cause) {
    fail(new KitFaultException("The kit failed at an answer of the program", cause));
    process.destroy();
  }

  private void take(String line) throws MalformedAnswerException {
    try {
      take(parsed(line));
    } catch (MalformedAnswerException e) {
      throw new MalformedAnswerException(e.getMessage() + "; the line is: " + shown(line));
    }
  }

  private AnswerLine parsed(String line) throws MalformedAnswerException {
    try {
      return AnswerLine.parse(line);
    } catch (MalformedAnswerException e) {
      throw new MalformedAnswerException(owed() + e.getMessage());
    }
  }

  /** The answers that are waited for: a line that cannot be read belongs to one of them. */
  private synchronized String owed() {
    String ops =
        pending.values().stream()
            .map(PendingCall::op)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" or "));
    return ops.isEmpty() ? "nothing was asked: " : "answer to " + ops + ": ";
  }

  private static String shown(String line) {
    return line.length() <= SHOWN_CHARS ? line : line.substring(0, SHOWN_CHARS) + "…";
  }

  private void take(AnswerLine line) throws MalformedAnswerException {
    PendingCall<?> call;
    synchronized (this) {
      call = pending.get(line.seq());
    }
    if (call == null) {
      throw new MalformedAnswerException(
          "it answered request " + line.seq() + ", which waits for no answer");
    }
    call.settle(line.answer());
    synchronized (this) {
      pending.remove(line.seq());
    }
  }
}
