package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.session;

import java.util.List;
import java.util.function.UnaryOperator;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.ForwardingSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.ReadResult;

/** Faults in what the application's calls do. Stateless. */
final class CallFaults {

  private CallFaults() {}

  static List<Fault> all() {
    return List.of(
        // Calls that hang.
        session("accept-hangs-after-close", WrongSessions::acceptHangs).silently(),
        session("accept-hangs-at-the-end", WrongSessions::acceptHangs).silently(),
        session("waiting-accept-not-woken", WrongSessions::waitingAcceptHangs).silently(),
        session("open-hangs-after-close", WrongSessions::openHangs).silently(),
        session("open-after-end-hangs", WrongSessions::openHangs).silently(),
        session("transport-end-ignored", WrongSessions::endHangs).silently(),
        streams("left-out-write-hangs", WrongStreams::writeHangs).silently(),
        streams("writer-not-woken-by-rst", WrongStreams::writeHangs).silently(),
        streams("kill-leaves-streams", WrongStreams::readHangs).silently(),
        // Calls that go well and should not.
        session("open-after-goaway", WrongSessions::opensAlways),
        session("open-while-closing", WrongSessions::opensAlways),
        session("accepts-while-closing", WrongSessions::acceptsAlways),
        session("end-without-cause", WrongSessions::endsWithoutCause),
        session("extension-type-opened", WrongSessions::opensAlways),
        session("id-wraps", WrongSessions::opensAlways),
        session("last-id-not-used", WrongSessions::withoutLastId),
        streams("type-signed", WrongStreams::withoutHighTypes),
        streams("left-out-stream-lives-on", WrongStreams::livesOn).silently(),
        streams("application-refuses-streams", WrongStreams::resetWithAnyCode),
        streams("read-after-close", WrongStreams::closeIsFin).silently(),
        // Calls that do something else.
        session("goaway-code-lost", WrongSessions::goAwayWithoutCode),
        session("own-goaway-ends-session", WrongSessions::goAwayCloses),
        session("drain-in-one-step", WrongSessions::drainsAtOnce),
        session("kill-says-goodbye", WrongSessions::killCloses),
        session("close-releases-unread-input", WrongSessions::closeKills),
        session("id-exhaustion-ends-session", WrongSessions::exhaustionCloses),
        session("priority-inverted", WrongSessions::smallerIsMoreUrgent),
        streams("reset-code-replaced", WrongStreams::resetCancels),
        streams("shutdown-input-resets", WrongStreams::shutdownResets).silently(),
        streams("close-drops-queued-data", WrongStreams::closeResets).silently(),
        streams("reset-keeps-queue", WrongStreams::resetWaits).silently(),
        streams("reset-waits-for-data", WrongStreams::resetNever).silently(),
        streams("priority-fixed-at-open", WrongStreams::priorityFixed),
        streams("peers-priority-sticks", WrongStreams::priorityFixed),
        // Reads that lie.
        streams("break-reads-as-eof", CallFaults::endingWell),
        streams("transport-end-taken-for-fin", CallFaults::endingWell),
        streams("buffered-input-lost-at-end", WrongStreams::inputLostAtEnd),
        streams("goaway-discards-input", WrongStreams::inputLost),
        streams("received-octets-lost-at-rst", WrongStreams::inputLostAtEnd),
        session("reads-nothing-after-own-fin", WrongSessions::finEndsReading));
  }

  private static Fault streams(String id, UnaryOperator<PeerStream> change) {
    return session(
        id,
        session ->
            new ForwardingSession(session) {
              @Override
              protected PeerStream wrap(PeerStream stream, boolean own) {
                return change.apply(stream);
              }
            });
  }

  private static PeerStream endingWell(PeerStream stream) {
    return WrongStreams.readsChanged(
        stream, result -> result instanceof ReadResult.Failed ? WrongStreams.END : result);
  }
}
