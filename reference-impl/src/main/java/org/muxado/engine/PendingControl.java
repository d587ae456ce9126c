package org.muxado.engine;

import org.jspecify.annotations.Nullable;
import org.muxado.frame.Frame;

/**
 * The SYN, PRI and WNDINC of one stream that wait to be written. Each kind waits at most once, so a
 * flood of causes takes no memory. Not thread-safe.
 */
final class PendingControl {

  private final EngineStream stream;
  private Syn syn = Syn.NONE;
  private boolean pri;
  private int increment;
  boolean queued;

  /** Whether a SYN waits, and which. */
  private enum Syn {
    NONE,
    PLAIN,
    WITH_FIN
  }

  PendingControl(EngineStream stream) {
    this.stream = stream;
  }

  EngineStream stream() {
    return stream;
  }

  void syn(boolean fin) {
    syn = fin ? Syn.WITH_FIN : Syn.PLAIN;
  }

  /** Asks for a PRI, unless the SYN that still waits will say the priority. */
  void pri() {
    pri = syn == Syn.NONE;
  }

  void wndInc(int more) {
    increment += more;
  }

  void dropWndInc() {
    increment = 0;
  }

  /** Forgets everything (RST-3, RST-4, GOAWAY-18). */
  void clear() {
    syn = Syn.NONE;
    pri = false;
    increment = 0;
  }

  /** The next frame, or null; nothing of a stream precedes its SYN (ID-15). */
  @Nullable Frame first() {
    if (syn != Syn.NONE) {
      boolean fin = syn == Syn.WITH_FIN;
      return new Frame.Syn(stream.id(), stream.priority(), stream.type(), fin);
    }
    if (pri) {
      return new Frame.Pri(stream.id(), stream.priority());
    }
    return increment > 0 ? new Frame.WndInc(stream.id(), increment) : null;
  }

  /** Removes the frame that {@link #first} gave; returns what this means for the stream. */
  StreamInput sent() {
    if (syn != Syn.NONE) {
      StreamInput sent = syn == Syn.WITH_FIN ? StreamInput.SEND_SYN_FIN : StreamInput.SEND_SYN;
      syn = Syn.NONE;
      return sent;
    }
    if (pri) {
      pri = false;
      return StreamInput.SEND_PRI;
    }
    increment = 0;
    return StreamInput.SEND_WNDINC;
  }
}
