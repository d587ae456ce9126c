package org.muxado.vectors.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.muxado.spec.Condition;
import org.muxado.spec.ErrorCode;
import org.muxado.spec.Reaction;
import org.muxado.spec.ReceivedEvent;
import org.muxado.spec.StreamState;

/** The steps behind the stimulus where the frame is an error. Stateless. */
final class Reactions {

  /** What a peer may still have on the way when its stream is reset. */
  private static final String IN_FLIGHT =
      "send: [{DATA: {stream: s, size: 20000}}, {WNDINC: {stream: s, increment: 1}},"
          + " {WNDINC: {stream: s, increment: 0}},\n"
          + "           {PRI: {stream: s, priority: 1}}, {DATA: {stream: s, size: 9, fin: true}}]";

  private Reactions() {}

  static void sessionError(CaseDraft draft, ErrorCode code) {
    draft.step("expect: {session-error: [$]}", code.label());
    draft.step("await: {terminated: {}}", "");
  }

  /** The first frame draws an RST; more of them leave the session as it is. */
  static void closedReset(CaseDraft draft, Situation situation) {
    Reaction.ClosedReset reset = (Reaction.ClosedReset) situation.outcome().reaction();
    String stream = situation.stream();
    draft.catchFault("late-data-ignored");
    draft.step("expect: {RST: {stream: $, code: " + reset.code() + "}}", stream);
    Stimulus.send(draft, situation.event(), situation.outcome(), stream);
    Stimulus.send(draft, situation.event(), situation.outcome(), stream);
    draft.step("fence: echo", "");
  }

  /** The stream is reset, what is in flight on it is skipped, and the application learns why. */
  static void streamError(CaseDraft draft, Situation situation) {
    ErrorCode code = ((Reaction.StreamError) situation.outcome().reaction()).code();
    List<String> codes = new ArrayList<>(List.of(code.label()));
    situation.outcome().tolerated().forEach(tolerated -> codes.add(tolerated.label()));
    draft.require(List.of("ERR-5", "ERR-6", "ERR-7", "LIFE-13", "LIFE-14"));
    draft.catchFault("step-lost-after-reset");
    draft.catchFault("reset-stream-answers-again");
    draft.step("expect: {RST: {stream: s, code: " + codes + "}}", "");
    draft.step(IN_FLIGHT, "");
    draft.step("fence: echo\n    forbids: [{RST: {stream: s}}]", "");
    if (situation.outcome().when().filter(Condition.APPLICATION_CLOSED::equals).isEmpty()) {
      failure(draft, situation, "kind: RESET_HERE, code: " + code);
    }
    draft.never("{RST: {stream: s}, more-than: 1}", "");
  }

  /** An RST of the peer fails the stream and is not answered. */
  static void resetByPeer(CaseDraft draft, Situation situation) {
    draft.step("fence: echo\n    forbids: [{RST: {stream: s}}]", "");
    draft.catchFault("rst-answered");
    failure(draft, situation, "kind: RESET_BY_PEER, code: CANCEL");
    Probe.state(draft, StreamState.CLOSED_RESET_RECEIVED, "s", false);
  }

  private static void failure(CaseDraft draft, Situation situation, String fails) {
    draft.need("OUTCOME");
    StreamState state = situation.state();
    if (state != StreamState.HALF_CLOSED_LOCAL) {
      draft.step("app: {write: s, text: late}\n    fails: {" + fails + "}", "");
    }
    if (state == StreamState.HALF_CLOSED_REMOTE) {
      draft.require(List.of("LIFE-36"));
      Probe.readEarly(draft);
    } else {
      draft.require(List.of("LIFE-35"));
      draft.step("await: {read: s, " + unread(situation.event()) + "fails: {" + fails + "}}", "");
    }
  }

  private static String unread(ReceivedEvent event) {
    boolean hasPayload = event == ReceivedEvent.DATA || event == ReceivedEvent.DATA_FIN;
    return hasPayload ? "size: window, " : "";
  }
}
