package org.muxado.vectors.lifecycle;

import org.muxado.spec.StreamState;

/** Shows by frames and application in which state a stream is. Stateless. */
final class Probe {

  private Probe() {}

  /**
   * Adds the steps that only a stream in this state passes.
   *
   * @param earlyUnread whether the application has not read yet what came before the peer's FIN
   */
  static void state(CaseDraft draft, StreamState state, String stream, boolean earlyUnread) {
    switch (state) {
      case OPEN -> open(draft);
      case HALF_CLOSED_LOCAL -> input(draft);
      case HALF_CLOSED_REMOTE -> halfClosedRemote(draft, earlyUnread);
      case SKIPPED, CLOSED_BOTH_FINS, CLOSED_RESET_RECEIVED -> answersData(draft, stream);
      case CLOSED_RESET_SENT, CLOSED_LEFT_OUT -> discardsData(draft, stream);
      case IDLE -> throw new IllegalArgumentException("nothing leads to idle");
    }
  }

  private static void open(CaseDraft draft) {
    output(draft);
    input(draft);
  }

  private static void input(CaseDraft draft) {
    draft.step("send: {DATA: {stream: s, text: more, fin: true}}", "");
    draft.step("await: {read: s, text: more, eof: true}", "");
  }

  private static void output(CaseDraft draft) {
    draft.step("app: {write: s, text: answer, fin: true}", "");
    draft.step("expect: {DATA: {stream: s, text: answer, fin: true}}", "");
  }

  private static void halfClosedRemote(CaseDraft draft, boolean earlyUnread) {
    output(draft);
    if (earlyUnread) {
      readEarly(draft);
    }
  }

  /** What came before the peer's FIN is read, and then the end. */
  static void readEarly(CaseDraft draft) {
    draft.step("await: {read: s, text: $, eof: true}", StateSetup.EARLY);
  }

  private static void answersData(CaseDraft draft, String stream) {
    draft.step("send: {DATA: {stream: $, text: late}}", stream);
    draft.step("expect: {RST: {stream: $, code: STREAM_CLOSED}}", stream);
  }

  private static void discardsData(CaseDraft draft, String stream) {
    draft.step("send: {DATA: {stream: $, text: late}}", stream);
    draft.step("fence: echo\n    forbids: [{RST: {stream: $}}]", stream);
  }
}
