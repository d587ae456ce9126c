package org.muxado.tck.player;

import java.util.List;
import org.muxado.tck.transcript.Entry;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.conversation.Action;
import org.muxado.vectors.conversation.Pattern;
import org.muxado.vectors.wire.Codes;
import org.muxado.vectors.wire.Frame;

/** Plays fences and judges what may not have come before them. */
final class FenceSteps {

  private final Stage stage;
  private final FrameCount count;

  FenceSteps(Stage stage) {
    this.stage = stage;
    count = new FrameCount(stage);
  }

  int play(Action.Fence fence) {
    Entry answer = cross(fence);
    for (Pattern pattern : fence.forbids()) {
      List<Entry> found = count.find(pattern, stage.marks().placeOrLastAwaited(fence.since()));
      if (!found.isEmpty()) {
        throw CaseStopped.failed(
            "no " + stage.textOf(pattern) + " before the fence", FrameCount.text(found));
      }
    }
    fence.atMost().forEach(this::judge);
    return answer.index() + 1;
  }

  private Entry cross(Action.Fence fence) {
    Codes tolerated = fence.tolerates();
    if (tolerated == null) {
      return stage.fences().cross(fence.kind());
    }
    try {
      return stage.fences().cross(fence.kind());
    } catch (CaseStopped e) {
      if (e.verdict() == Verdict.FAIL && hasEndedWith(tolerated)) {
        throw new ToleratedEnd();
      }
      throw e;
    }
  }

  /** Whether the implementation's last frame is GOAWAY with one of these codes. */
  private boolean hasEndedWith(Codes codes) {
    Exchange exchange = stage.exchange();
    stage.waiter().until(exchange::isOutputEnded, () -> "the implementation to end its output");
    List<Received> received = exchange.received();
    return !received.isEmpty()
        && received.get(received.size() - 1).frame() instanceof Frame.GoAway goAway
        && codes.allow(goAway.code());
  }

  private void judge(Action.AtMost bound) {
    int from = stage.marks().placeOrLastAwaited(bound.since());
    List<Entry> found = count.find(bound.pattern(), from);
    if (found.size() > bound.count()) {
      throw CaseStopped.failed(
          "at most " + bound.count() + " " + stage.textOf(bound.pattern()),
          found.size() + ": " + FrameCount.text(found));
    }
  }
}
