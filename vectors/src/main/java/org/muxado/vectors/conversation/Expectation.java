package org.muxado.vectors.conversation;

import java.util.List;
import org.muxado.vectors.wire.Codes;

/** What the implementation must send next. */
public sealed interface Expectation {

  /** This. */
  record One(Pattern pattern) implements Expectation {}

  /** All of these, in any order. */
  record AnyOrder(List<Pattern> patterns) implements Expectation {}

  /**
   * A session error: GOAWAY with one of these codes (RST and WNDINC may come before it), then the
   * end of the output and nothing else.
   */
  record SessionError(Codes codes) implements Expectation {}

  /** The first frame that matches, whatever comes before; a field that is not named is open. */
  record Eventually(Pattern pattern) implements Expectation {}

  /** The first DATA of each of these streams in this order; other streams do not count. */
  record FirstDataOrder(List<StreamRef> streams) implements Expectation {}
}
