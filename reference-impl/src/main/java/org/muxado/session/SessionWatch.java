package org.muxado.session;

import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.muxado.engine.Event;
import org.muxado.engine.Outcome;
import org.muxado.engine.Termination;

/**
 * Tells those who look on what happens in a session: its log, its observer and the flight recorder.
 * Guarded by the session lock; none of them is called while it is held.
 */
final class SessionWatch {

  private static final System.Logger LOG = System.getLogger("org.muxado.session");

  private final SessionLock lock;
  private final ObservedSession session;
  private final @Nullable SessionObserver observer;
  private final @Nullable ObserverLoop calls;
  private final FlightLog flight;

  /** Starts to watch; an observer's calls are made by {@link #observerLoop}. */
  SessionWatch(SessionLock lock, ObservedSession session, @Nullable SessionObserver observer) {
    this.lock = lock;
    this.session = session;
    this.observer = observer;
    flight = FlightLog.of(session);
    calls = observer == null ? null : new ObserverLoop(lock, observer, session);
  }

  /** What a thread is to do for the observer, or null if there is none. */
  @Nullable ObserverLoop observerLoop() {
    return calls;
  }

  void opened(Stream stream) {
    stream.flightEvent(flight.streamBegan());
    if (observer != null && calls != null) {
      int id = stream.id();
      int type = stream.type();
      calls.add(() -> observer.streamOpened(session, id, type));
    }
  }

  void accepted(Stream stream) {
    stream.flightEvent(flight.streamBegan());
    if (observer != null && calls != null) {
      int id = stream.id();
      int type = stream.type();
      calls.add(() -> observer.streamAccepted(session, id, type));
    }
  }

  void ended(Stream stream, Outcome outcome) {
    afterLock(flight.streamEnded(stream, outcome));
    if (observer != null && calls != null) {
      int id = stream.id();
      calls.add(() -> observer.streamEnded(session, id, outcome));
    }
  }

  /** Takes the events that concern nobody else. */
  void take(Event event) {
    if (observer == null || calls == null) {
      return;
    }
    if (event instanceof Event.HeartbeatRoundTrip echo) {
      calls.add(() -> observer.heartbeatEchoed(session, Duration.ofNanos(echo.nanos())));
    } else if (observer instanceof FrameObserver frames) {
      takeFrame(event, frames, calls);
    }
  }

  private void takeFrame(Event event, FrameObserver frames, ObserverLoop queue) {
    if (event instanceof Event.FrameReceived received) {
      queue.add(() -> frames.frameReceived(session, received.frame()));
    } else if (event instanceof Event.FrameSent sent) {
      queue.add(() -> frames.frameSent(session, sent.frame()));
    }
  }

  void sessionEnded(Termination termination) {
    lock.after().call(() -> logEnd(termination));
    afterLock(flight.sessionEnded(termination));
    if (observer != null && calls != null) {
      calls.addAlways(() -> observer.sessionEnded(session, termination));
    }
  }

  private void afterLock(@Nullable Runnable call) {
    if (call != null) {
      lock.after().call(call);
    }
  }

  private void logEnd(Termination termination) {
    LOG.log(Level.DEBUG, () -> session.transport() + ": session ended: " + termination);
  }

  /** Nobody expected this: the session is killed. */
  void fault(Throwable thrown) {
    lock.after().call(() -> logFault(thrown));
  }

  private void logFault(Throwable fault) {
    LOG.log(Level.ERROR, session.transport() + ": fault in a session; it is killed", fault);
  }

  /** The transport was closed: nothing more will happen. */
  void over() {
    if (calls != null) {
      calls.over();
    }
  }
}
