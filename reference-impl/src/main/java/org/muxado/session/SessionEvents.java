package org.muxado.session;

import org.muxado.engine.Engine;
import org.muxado.engine.Event;
import org.muxado.engine.Outcome;

/** Takes what the engine tells, and tells those whom it concerns. Guarded by the session lock. */
final class SessionEvents {

  private final SessionCore core;
  private final Engine engine;
  private final Output output;

  SessionEvents(SessionCore core, Engine engine, Output output) {
    this.core = core;
    this.engine = engine;
    this.output = output;
  }

  /** Takes all events; returns whether there were any. */
  boolean take() {
    Event event = engine.pollEvent();
    boolean took = event != null;
    while (event != null) {
      take(event);
      event = engine.pollEvent();
    }
    return took;
  }

  private void take(Event event) {
    if (event instanceof Event.InputReady ready) {
      core.signalAll(Stream.of(ready.stream()).readers());
    } else if (event instanceof Event.OutputReady ready) {
      core.signalAll(Stream.of(ready.stream()).writers());
    } else if (event instanceof Event.Acceptable) {
      core.accepts().acceptable();
    } else if (event instanceof Event.StreamEnded ended) {
      streamEnded(Stream.of(ended.stream()), ended.outcome());
    } else if (event instanceof Event.ExtensionOpened opened) {
      core.extensions().opened(opened.stream());
    } else if (event instanceof Event.Openable) {
      core.opens().openable();
    } else {
      takeSessionEvent(event);
    }
  }

  private void streamEnded(Stream stream, Outcome outcome) {
    core.watch().ended(stream, outcome);
    core.accepts().streamEnded(stream);
    core.signalAll(stream.observers());
  }

  private void takeSessionEvent(Event event) {
    if (event instanceof Event.GoAwayReceived) {
      core.opens().refused();
    } else if (event instanceof Event.Drained) {
      core.end().close();
    } else if (event instanceof Event.SessionEnded ended) {
      core.end().ended(ended.termination());
    } else if (event instanceof Event.EndOutput) {
      output.endOutput();
    } else if (event instanceof Event.DropTransport) {
      core.end().drop();
    } else {
      core.watch().take(event);
    }
  }
}
