package org.muxado.engine;

import org.jspecify.annotations.Nullable;
import org.muxado.frame.Frame;

/**
 * The SYN, PRI and WNDINC of one stream that wait to be written. Each kind waits at most once, so a
 * flood of causes takes no memory. Not thread-safe.
 */
final class PendingControl {

  private final EngineStream stream;
  private boolean syn;
  private boolean synFin;
  private boolean pri;
  private int increment;
  boolean queued;

  PendingControl(EngineStream stream) {
    this.stream = stream;
  }

  EngineStream stream() {
    return stream;
  }

  void syn(boolean fin) {
    syn = true;
    synFin = fin;
  }

  /** Asks for a PRI, unless the SYN that still waits will say the priority. */
  void pri() {
    pri = !syn;
  }

  void wndInc(int more) {
    increment += more;
  }

  void dropWndInc() {
    increment = 0;
  }

  /** Forgets everything (RST-3, RST-4, GOAWAY-18). */
  void clear() {
    syn = false;
    pri = false;
    increment = 0;
  }

  /** The next frame, or null; nothing of a stream precedes its SYN (ID-15). */
  @Nullable Frame first() {
    if (syn) {
      return new Frame.Syn(stream.id(), stream.priority(), stream.type(), synFin);
    }
    if (pri) {
      return new Frame.Pri(stream.id(), stream.priority());
    }
    return increment > 0 ? new Frame.WndInc(stream.id(), increment) : null;
  }

  /** Removes the frame that {@link #first} gave; returns what this means for the stream. */
  StreamInput sent() {
    if (syn) {
      syn = false;
      return synFin ? StreamInput.SEND_SYN_FIN : StreamInput.SEND_SYN;
    }
    if (pri) {
      pri = false;
      return StreamInput.SEND_PRI;
    }
    increment = 0;
    return StreamInput.SEND_WNDINC;
  }
}
