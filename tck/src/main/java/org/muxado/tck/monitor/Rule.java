package org.muxado.tck.monitor;

import java.util.function.Consumer;
import org.muxado.vectors.wire.Frame;

/** One group of rules that a conforming implementation never breaks. May keep what it has seen. */
interface Rule {

  /**
   * Judges a frame of the implementation. The ledger does not hold the frame yet.
   *
   * @param findings takes what is wrong
   */
  void judge(Frame frame, Ledger ledger, Consumer<Finding> findings);
}
