package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.incoming;
import static org.muxado.adapter.faults.planting.Rewrites.drop;
import static org.muxado.adapter.faults.planting.Rewrites.is;
import static org.muxado.tck.spi.FailureKind.CLOSED_HERE;
import static org.muxado.tck.spi.FailureKind.GONE_AWAY;
import static org.muxado.tck.spi.FailureKind.RESET_BY_PEER;
import static org.muxado.tck.spi.FailureKind.RESET_HERE;
import static org.muxado.tck.spi.FailureKind.SESSION_ENDED;
import static org.muxado.tck.spi.RetryVerdict.NOT_PROCESSED;
import static org.muxado.tck.spi.RetryVerdict.UNKNOWN;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.Told;
import org.muxado.adapter.faults.planting.WrongFailures;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.RetryVerdict;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Flags;
import org.muxado.vectors.wire.FrameType;

/**
 * Faults in what the application is told of failed streams, retry verdicts above all. Stateless.
 */
final class VerdictFaults {

  private VerdictFaults() {}

  static List<Fault> all() {
    return List.of(
        // Called safe to retry, and is not.
        says("any-reset-is-not-processed", on(RESET_BY_PEER), NOT_PROCESSED),
        says("unregistered-extension-is-safe", onReset(ErrorCodes.STREAM_CLOSED), NOT_PROCESSED),
        says("refused-always-not-processed", onReset(ErrorCodes.REFUSED_STREAM), NOT_PROCESSED),
        says("left-out-always-not-processed", on(GONE_AWAY), NOT_PROCESSED),
        says("local-reset-is-not-processed", on(RESET_HERE).or(on(CLOSED_HERE)), NOT_PROCESSED),
        says("break-says-not-processed", on(SESSION_ENDED), NOT_PROCESSED),
        says("thrown-write-is-not-processed", on(SESSION_ENDED), NOT_PROCESSED),
        says("verdict-by-first-data", on(SESSION_ENDED), NOT_PROCESSED),
        says("killed-is-not-processed", on(SESSION_ENDED), NOT_PROCESSED),
        says("session-error-is-not-processed", on(SESSION_ENDED), NOT_PROCESSED),
        says("heartbeat-timeout-is-not-processed", on(SESSION_ENDED), NOT_PROCESSED),
        incoming(
            "empty-data-is-no-sign",
            drop(is(FrameType.DATA).and(wire -> wire.length() == 0 && !wire.has(Flags.FIN)))),
        // Safe to retry, and not called so.
        says("refused-is-unknown", onReset(ErrorCodes.REFUSED_STREAM), UNKNOWN),
        says("unsent-syn-is-unknown", told -> true, UNKNOWN),
        says("waiting-syn-gets-unknown", on(GONE_AWAY), UNKNOWN),
        says("left-out-half-written-gets-unknown", on(GONE_AWAY), UNKNOWN),
        says("goaway-error-means-unknown", on(GONE_AWAY).and(told -> told.code() != 0), UNKNOWN),
        says("verdict-missing", told -> true, null),
        peersHaveVerdict("verdict-on-peers-streams"),
        // The wrong cause.
        tells("later-cause-overrides", told -> new Told(told.own(), SESSION_ENDED, 0, UNKNOWN)),
        tells("end-before-input", told -> new Told(told.own(), SESSION_ENDED, 0, UNKNOWN)),
        tells(
            "write-failure-discards-input",
            told -> new Told(told.own(), SESSION_ENDED, 0, UNKNOWN)));
  }

  private static Predicate<Told> on(FailureKind kind) {
    return told -> told.kind() == kind;
  }

  private static Predicate<Told> onReset(int code) {
    return on(RESET_BY_PEER).and(told -> told.code() == code);
  }

  private static Fault says(String id, Predicate<Told> when, RetryVerdict verdict) {
    return tells(id, told -> told.own() && when.test(told) ? told.with(verdict) : told);
  }

  private static Fault peersHaveVerdict(String id) {
    return tells(id, told -> told.own() ? told : told.with(UNKNOWN));
  }

  private static Fault tells(String id, UnaryOperator<Told> change) {
    return Fault.session(id, session -> new WrongFailures(session, change));
  }
}
