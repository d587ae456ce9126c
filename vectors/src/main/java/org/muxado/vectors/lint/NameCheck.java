package org.muxado.vectors.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.conversation.Action;
import org.muxado.vectors.conversation.AppOperation;
import org.muxado.vectors.conversation.Awaited;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.Expectation;
import org.muxado.vectors.conversation.Never;
import org.muxado.vectors.conversation.Pattern;
import org.muxado.vectors.conversation.SendItem;
import org.muxado.vectors.conversation.SendItem.OutFrame;
import org.muxado.vectors.conversation.Step;
import org.muxado.vectors.conversation.StreamRef;
import org.muxado.vectors.source.Finding;
import org.muxado.vectors.source.Location;

/** Checks that names of streams, marks and pending operations are bound before they are used. */
final class NameCheck {

  private final Conversation conversation;
  private final List<Finding> findings = new ArrayList<>();

  /** Streams that the application holds. */
  private final Set<String> handles = new HashSet<>();

  /** Streams whose id is known, those of the application included. */
  private final Set<String> streams = new HashSet<>();

  private final Set<String> marks = new HashSet<>();
  private final Set<String> pending = new HashSet<>();
  private Location at;

  NameCheck(Conversation conversation) {
    this.conversation = conversation;
    this.at = conversation.at();
  }

  List<Finding> check() {
    conversation.steps().forEach(this::step);
    conversation.never().forEach(this::never);
    at = conversation.at();
    pending.forEach(name -> report("pending \"" + name + "\"", "a step that awaits it"));
    return findings;
  }

  private void step(Step step) {
    at = step.at();
    action(step.action());
    if (step.mark() != null && !marks.add(step.mark())) {
      report("mark \"" + step.mark() + "\" again", "each mark once");
    }
  }

  private void action(Action action) {
    if (action instanceof Action.App app) {
      operation(app.operation());
      begin(app.pending());
    } else if (action instanceof Action.Await await) {
      awaited(await.awaited());
    } else if (action instanceof Action.Send send) {
      send.items().forEach(this::sent);
    } else if (action instanceof Action.Expect expect) {
      expected(expect.expectation());
    } else if (action instanceof Action.Fence fence) {
      fence(fence);
    }
  }

  private void fence(Action.Fence fence) {
    mark(fence.since());
    fence.forbids().forEach(this::pattern);
    fence.atMost().forEach(bound -> pattern(bound.pattern()));
    fence.atMost().forEach(bound -> mark(bound.since()));
  }

  private void begin(@Nullable String name) {
    if (name != null && !pending.add(name)) {
      report("pending \"" + name + "\" again", "each name once");
    }
  }

  private void never(Never never) {
    at = never.at();
    pattern(never.pattern());
    mark(never.after());
    mark(never.until());
  }

  private void operation(AppOperation operation) {
    if (operation instanceof AppOperation.Open open) {
      bindHandle(open.stream());
    } else if (operation instanceof AppOperation.Accept accept) {
      ref(accept.expected());
      bindHandle(accept.stream());
    } else if (operation instanceof AppOperation.OnStream onStream) {
      handle(onStream.stream());
    }
  }

  private void awaited(Awaited awaited) {
    if (awaited instanceof Awaited.Read read) {
      handle(read.stream());
    } else if (awaited instanceof Awaited.StreamPriority priority) {
      handle(priority.stream());
    } else if (awaited instanceof Awaited.StreamOutcome outcome) {
      handle(outcome.stream());
      end(outcome.opening());
    } else if (awaited instanceof Awaited.Window window) {
      ref(window.stream());
    } else if (awaited instanceof Awaited.Done done) {
      end(done.pending());
    } else if (awaited instanceof Awaited.Settled settled) {
      end(settled.pending());
    }
  }

  private void end(@Nullable String name) {
    if (name != null && !pending.remove(name)) {
      report("\"" + name + "\"", "a pending operation");
    }
  }

  private void sent(SendItem item) {
    if (item instanceof SendItem.Frames frames) {
      if (frames.frame() instanceof OutFrame.Syn syn) {
        ref(syn.id());
        bind(syn.stream());
      } else {
        ref(frames.frame().stream());
      }
    }
  }

  private void expected(Expectation expectation) {
    if (expectation instanceof Expectation.One one) {
      bindingPattern(one.pattern());
    } else if (expectation instanceof Expectation.AnyOrder anyOrder) {
      anyOrder.patterns().forEach(this::bindingPattern);
    } else if (expectation instanceof Expectation.Eventually eventually) {
      pattern(eventually.pattern());
    } else if (expectation instanceof Expectation.FirstDataOrder order) {
      order.streams().forEach(this::ref);
    }
  }

  private void bindingPattern(Pattern pattern) {
    if (pattern instanceof Pattern.Syn syn && syn.stream() != null) {
      bind(syn.stream());
    } else {
      pattern(pattern);
    }
  }

  private void pattern(Pattern pattern) {
    pattern.streams().forEach(this::ref);
  }

  private void bind(StreamRef stream) {
    if (stream instanceof StreamRef.Named named && named.offset() == 0) {
      streams.add(named.name());
    } else {
      ref(stream);
    }
  }

  private void bindHandle(String name) {
    streams.add(name);
    if (!handles.add(name)) {
      report("stream \"" + name + "\" again", "each name bound once");
    }
  }

  private void handle(String name) {
    if (!handles.contains(name)) {
      report("stream \"" + name + "\"", "a stream that the application has opened or accepted");
    }
  }

  private void ref(@Nullable StreamRef stream) {
    if (stream instanceof StreamRef.Named named && !streams.contains(named.name())) {
      report("stream \"" + named.name() + "\"", "a name that was bound before");
    }
  }

  private void mark(@Nullable String name) {
    if (name != null && !marks.contains(name)) {
      report("mark \"" + name + "\"", "a mark that an earlier step sets");
    }
  }

  private void report(String found, String expected) {
    findings.add(new Finding(at, found + " in " + conversation.id(), expected));
  }
}
