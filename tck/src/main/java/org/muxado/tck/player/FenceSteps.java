package org.muxado.tck.player;

import java.util.List;
import org.muxado.tck.transcript.Entry;
import org.muxado.vectors.conversation.Action;
import org.muxado.vectors.conversation.Pattern;

/** Plays fences and judges what may not have come before them. */
final class FenceSteps {

  private final Stage stage;
  private final FrameCount count;

  FenceSteps(Stage stage) {
    this.stage = stage;
    count = new FrameCount(stage);
  }

  int play(Action.Fence fence) {
    Entry answer = stage.fences().cross(fence.kind());
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
