package org.muxado.session;

import org.jspecify.annotations.Nullable;
import org.muxado.engine.Outcome;
import org.muxado.engine.Termination;

/**
 * Makes the events of one session and its streams for the JDK's flight recorder. Names no class of
 * {@code jdk.jfr}, so that sessions run where that module is absent. Guarded by the session lock.
 */
interface FlightLog {

  /** Records nothing. */
  FlightLog NONE =
      new FlightLog() {
        @Override
        public @Nullable Object streamBegan() {
          return null;
        }

        @Override
        public @Nullable Runnable streamEnded(Stream stream, Outcome outcome) {
          return null;
        }

        @Override
        public @Nullable Runnable sessionEnded(Termination termination) {
          return null;
        }
      };

  /** A log for a session that begins. */
  static FlightLog of(ObservedSession session) {
    return Availability.PRESENT ? new JfrLog(session) : NONE;
  }

  /** Begins the event of a stream; null while those are not recorded. */
  @Nullable Object streamBegan();

  /** What to do without the lock, so that the event of the stream is recorded; null for nothing. */
  @Nullable Runnable streamEnded(Stream stream, Outcome outcome);

  /** What to do without the lock, so that the event of the session is recorded. */
  @Nullable Runnable sessionEnded(Termination termination);

  /** Whether this Java has a flight recorder. */
  final class Availability {

    static final boolean PRESENT = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private Availability() {}
  }
}
