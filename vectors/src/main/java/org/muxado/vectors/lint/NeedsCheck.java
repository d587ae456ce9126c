package org.muxado.vectors.lint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.conversation.Action;
import org.muxado.vectors.conversation.AppOperation;
import org.muxado.vectors.conversation.Awaited;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.Failure;
import org.muxado.vectors.conversation.SessionOptions;
import org.muxado.vectors.conversation.Step;
import org.muxado.vectors.source.Finding;
import org.muxado.vectors.source.Location;

/**
 * Checks that a conversation names every capability that its steps and options make use of, and
 * asks for heartbeats where it relies on an answer to one (HB-1).
 */
final class NeedsCheck {

  /** Where each capability is made use of first. */
  private final Map<String, Finding> used = new TreeMap<>();

  private Location at;
  private String user = "the options";

  private NeedsCheck(Location at) {
    this.at = at;
  }

  static List<Finding> check(Conversation conversation) {
    NeedsCheck check = new NeedsCheck(conversation.at());
    check.options(conversation.options());
    conversation.steps().forEach(check::step);
    check.used.keySet().removeAll(conversation.needs());
    check.heartbeat(conversation);
    return List.copyOf(check.used.values());
  }

  private void heartbeat(Conversation conversation) {
    boolean isOff = conversation.options().heartbeat() == null;
    if (isOff && conversation.needs().contains("HEARTBEAT")) {
      String message = "add options: {heartbeat: ...}: without it no heartbeat need be answered";
      used.put("HEARTBEAT", new Finding(conversation.at(), message, ""));
    }
  }

  private void need(boolean isUsed, String capability) {
    if (isUsed) {
      String message = "add needs: [" + capability + "]: " + user + " of the case makes use of it";
      used.putIfAbsent(capability, new Finding(at, message, ""));
    }
  }

  private void options(SessionOptions options) {
    need(options.backlog() != SessionOptions.DEFAULTS.backlog(), "BACKLOG");
    need(options.heartbeat() != null, "HEARTBEAT");
    need(!options.extensions().isEmpty(), "EXTENSIONS");
    need(options.pri(), "PRI");
    need(options.quirks(), "QUIRKS");
    need(options.firstId() != 0, "FIRST_STREAM_ID");
    need(!options.limits().isEmpty(), "LIMITS");
    need(options.clock(), "CLOCK");
  }

  private void step(Step step) {
    at = step.at();
    user = step.label();
    action(step.action());
  }

  private void action(Action action) {
    if (action instanceof Action.App app) {
      operation(app.operation());
      failure(app.fails());
    } else if (action instanceof Action.Await await) {
      awaited(await.awaited());
    } else {
      need(action instanceof Action.AdvanceClock, "CLOCK");
    }
  }

  private void operation(AppOperation operation) {
    if (operation instanceof AppOperation.Open open) {
      need(open.priority() != 0, "PRIORITY");
      need(open.type() != 0, "STREAM_TYPE");
    } else if (operation instanceof AppOperation.Accept accept) {
      need(accept.priority() != null, "PRIORITY");
      need(accept.type() != null, "STREAM_TYPE");
    }
    need(operation instanceof AppOperation.Reset, "RESET");
    need(operation instanceof AppOperation.ShutdownInput, "SHUTDOWN_INPUT");
    need(operation instanceof AppOperation.SetPriority, "REPRIORITISE");
    need(operation instanceof AppOperation.GoAway, "GO_AWAY");
    need(operation instanceof AppOperation.Drain, "DRAIN");
    need(operation instanceof AppOperation.Kill, "KILL");
    need(operation instanceof AppOperation.Quiesce, "QUIESCE");
  }

  private void awaited(Awaited awaited) {
    need(awaited instanceof Awaited.Terminated ended && !ended.isAny(), "TERMINATION");
    need(awaited instanceof Awaited.StreamPriority, "PRIORITY");
    if (awaited instanceof Awaited.StreamOutcome outcome) {
      need(true, "OUTCOME");
      failure(outcome.failure());
    } else if (awaited instanceof Awaited.Read read) {
      failure(read.fails());
    } else if (awaited instanceof Awaited.Done done) {
      failure(done.fails());
    }
  }

  private void failure(@Nullable Failure failure) {
    if (failure != null) {
      need(failure.retry() != null, "RETRY_VERDICT");
      need(!failure.codes().codes().isEmpty(), "OUTCOME");
    }
  }
}
