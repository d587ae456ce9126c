package org.muxado.session;

import org.jspecify.annotations.Nullable;
import org.muxado.engine.Outcome;
import org.muxado.engine.Termination;

/** Makes events of {@code jdk.jfr}; not to be loaded where that module is absent. */
final class JfrLog implements FlightLog {

  /** Asked whether streams are recorded, so that no event is made while they are not. */
  private static final StreamFlightEvent STREAMS = new StreamFlightEvent();

  private final ObservedSession session;
  private final @Nullable SessionFlightEvent event;

  JfrLog(ObservedSession session) {
    this.session = session;
    SessionFlightEvent begun = new SessionFlightEvent();
    event = begun.isEnabled() ? begun : null;
    begun.begin();
  }

  @Override
  public @Nullable Object streamBegan() {
    if (!STREAMS.isEnabled()) {
      return null;
    }
    StreamFlightEvent begun = new StreamFlightEvent();
    begun.begin();
    return begun;
  }

  @Override
  public @Nullable Runnable streamEnded(Stream stream, Outcome outcome) {
    if (!(stream.flightEvent() instanceof StreamFlightEvent begun)) {
      return null;
    }
    begun.end();
    begun.session = session.number();
    begun.streamId = stream.id();
    begun.streamType = Integer.toUnsignedLong(stream.type());
    begun.own = stream.own();
    begun.sentBytes = stream.sentBytes();
    begun.receivedBytes = stream.receivedBytes();
    begun.outcome = outcome.kind().name();
    begun.code = outcome.code();
    return begun::commit;
  }

  @Override
  public @Nullable Runnable sessionEnded(Termination termination) {
    if (event == null) {
      return null;
    }
    event.end();
    event.session = session.number();
    event.role = session.role().name();
    event.transport = session.transport();
    event.cause = termination.cause().name();
    event.byPeer = termination.byPeer();
    event.code = termination.code();
    event.unsentBytes = termination.unsentBytes();
    event.message = termination.message();
    return event::commit;
  }
}
