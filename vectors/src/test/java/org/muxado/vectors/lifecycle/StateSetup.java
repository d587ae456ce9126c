package org.muxado.vectors.lifecycle;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.muxado.spec.StreamState;

/**
 * Brings a stream into a state. The stream is named {@code s}, except where it was never opened.
 * Stateless.
 */
final class StateSetup {

  /** What the peer has sent, with its FIN, before a stream is half-closed remote. */
  static final String EARLY = "early";

  private static final int FIRST_ID = 101;

  private static final Map<StreamState, BiConsumer<CaseDraft, Owner>> WAYS = ways();

  private StateSetup() {}

  private static Map<StreamState, BiConsumer<CaseDraft, Owner>> ways() {
    Map<StreamState, BiConsumer<CaseDraft, Owner>> ways = new EnumMap<>(StreamState.class);
    ways.put(StreamState.IDLE, (draft, owner) -> draft.step("fence: echo", ""));
    ways.put(StreamState.SKIPPED, StateSetup::skip);
    ways.put(StreamState.OPEN, StateSetup::open);
    ways.put(StreamState.HALF_CLOSED_LOCAL, StateSetup::finish);
    ways.put(StreamState.HALF_CLOSED_REMOTE, StateSetup::finishByPeer);
    ways.put(StreamState.CLOSED_BOTH_FINS, StateSetup::finishBoth);
    ways.put(StreamState.CLOSED_RESET_SENT, StateSetup::reset);
    ways.put(StreamState.CLOSED_RESET_RECEIVED, StateSetup::resetByPeer);
    ways.put(StreamState.CLOSED_LEFT_OUT, StateSetup::leaveOut);
    return ways;
  }

  /** How the steps refer to the stream once it is in this state. */
  static String reference(StreamState state, Owner owner) {
    return switch (state) {
      case IDLE -> owner == Owner.PEER ? "next" : "sut-next";
      case SKIPPED -> "p-2";
      default -> "s";
    };
  }

  /** Adds the steps that lead to a state. */
  static void enter(CaseDraft draft, StreamState state, Owner owner) {
    WAYS.get(state).accept(draft, owner);
  }

  /** Adds the steps after which the application has closed the stream and its FIN has left. */
  static void close(CaseDraft draft, Owner owner) {
    open(draft, owner);
    draft.step("app: {close: s}", "");
    draft.step("expect: {DATA: {stream: s, size: 0, fin: true}}", "");
  }

  private static void skip(CaseDraft draft, Owner owner) {
    if (owner == Owner.PEER) {
      draft.step("send: {SYN: {stream: p, id: next+2}}", "");
      draft.step("app: {accept: p}", "");
      return;
    }
    draft.clientFrom(FIRST_ID);
    draft.need("FIRST_STREAM_ID");
    draft.step("app: {open: p}", "");
    draft.step("expect: {SYN: {stream: p}}", "");
  }

  private static void open(CaseDraft draft, Owner owner) {
    if (owner == Owner.PEER) {
      draft.step("send: {SYN: {stream: s}}", "");
      draft.step("app: {accept: s}", "");
      return;
    }
    draft.step("app: {open: s}", "");
    draft.step("expect: {SYN: {stream: s}}", "");
  }

  private static void finish(CaseDraft draft, Owner owner) {
    open(draft, owner);
    sendFin(draft);
  }

  private static void finishByPeer(CaseDraft draft, Owner owner) {
    open(draft, owner);
    draft.step("send: {DATA: {stream: s, text: $, fin: true}}", EARLY);
    draft.step("fence: echo", "");
  }

  private static void finishBoth(CaseDraft draft, Owner owner) {
    open(draft, owner);
    if (owner == Owner.PEER) {
      receiveFin(draft);
      sendFin(draft);
    } else {
      sendFin(draft);
      receiveFin(draft);
    }
  }

  private static void sendFin(CaseDraft draft) {
    draft.step("app: {finish: s}", "");
    draft.step("expect: {DATA: {stream: s, size: 0, fin: true}}", "");
  }

  private static void receiveFin(CaseDraft draft) {
    draft.step("send: {DATA: {stream: s, fin: true}}", "");
    draft.step("await: {read: s, eof: true}", "");
  }

  private static void reset(CaseDraft draft, Owner owner) {
    open(draft, owner);
    draft.need("RESET");
    draft.step("app: {reset: s, code: CANCEL}", "");
    draft.step("expect: {RST: {stream: s, code: CANCEL}}", "");
  }

  private static void resetByPeer(CaseDraft draft, Owner owner) {
    open(draft, owner);
    draft.step("send: {RST: {stream: s, code: CANCEL}}", "");
    draft.step("await: {read: s, fails: {}}", "");
  }

  private static void leaveOut(CaseDraft draft, Owner owner) {
    if (owner == Owner.OWN) {
      open(draft, owner);
      draft.step("send: {GOAWAY: {last: 0, code: NO_ERROR}}", "");
      draft.step("await: {read: s, fails: {}}", "");
      return;
    }
    draft.need("GO_AWAY");
    draft.step("send: {SYN: {stream: s}}", "");
    draft.step("fence: echo", "");
    draft.step("app: {go-away: NO_ERROR}", "");
    draft.step(
        "expect: {GOAWAY: {last: {from: 0, to: s-1}, code: NO_ERROR}}\n    level: SHOULD", "");
  }
}
