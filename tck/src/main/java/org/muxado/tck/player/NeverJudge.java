package org.muxado.tck.player;

import java.util.ArrayList;
import java.util.List;
import org.muxado.tck.transcript.Entry;
import org.muxado.tck.verdict.Failure;
import org.muxado.vectors.Level;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.Never;
import org.muxado.vectors.conversation.Pattern;

/** Judges what must not have happened, over the whole transcript. */
final class NeverJudge {

  private final Stage stage;
  private final FrameCount count;
  private final int tailPlace;

  /**
   * Makes a judge.
   *
   * @param tailPlace where the kit ended the session itself: from there on GOAWAY and the end of
   *     the output are right
   */
  NeverJudge(Stage stage, int tailPlace) {
    this.stage = stage;
    this.tailPlace = tailPlace;
    count = new FrameCount(stage);
  }

  /** The failures, each under the number of its rule. */
  List<Failure> judge(Conversation conversation) {
    List<Failure> failures = new ArrayList<>();
    for (int i = 0; i < conversation.never().size(); i++) {
      Never never = conversation.never().get(i);
      List<Entry> found = find(never);
      if (weigh(never, found) > never.moreThan()) {
        boolean strict = never.level() == Level.MUST;
        failures.add(
            CaseStopped.failed(expected(never), FrameCount.text(found))
                .at("never " + (i + 1), conversation.requirements(), strict));
      }
    }
    return failures;
  }

  private static long weigh(Never never, List<Entry> found) {
    return never.inOctets() ? FrameCount.payloadOctets(found) : found.size();
  }

  private List<Entry> find(Never never) {
    int from = stage.marks().place(never.after(), 0);
    int to = stage.marks().place(never.until(), Integer.MAX_VALUE);
    boolean endsSession =
        never.pattern() instanceof Pattern.GoAway || never.pattern() instanceof Pattern.End;
    return count.find(never.pattern(), from, endsSession ? Math.min(to, tailPlace) : to);
  }

  private String expected(Never never) {
    String bound = never.moreThan() == 0 ? "no " : "at most " + never.moreThan() + " ";
    String unit = never.inOctets() ? "octets in " : "";
    String after = never.after() == null ? "" : " after " + never.after();
    String until = never.until() == null ? "" : " until " + never.until();
    return bound + unit + stage.textOf(never.pattern()) + after + until;
  }
}
