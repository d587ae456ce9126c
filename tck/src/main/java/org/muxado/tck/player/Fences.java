package org.muxado.tck.player;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.transcript.Entry;
import org.muxado.vectors.conversation.Action.FenceKind;

/**
 * The fences of one case. A kind that was found not to work with the implementation is replaced by
 * one that does. Used by the thread that plays the case.
 */
final class Fences {

  private static final List<FenceKind> BEST_FIRST =
      List.of(FenceKind.ECHO, FenceKind.HEARTBEAT, FenceKind.WIRE);

  private final Scene scene;
  private final FenceTrials trials;
  private final Map<FenceKind, Fence> fences = new EnumMap<>(FenceKind.class);

  /**
   * Makes the fences.
   *
   * @param trials the kinds that work with the implementation
   * @param standing whether the echo stream is opened now; without it there is no echo fence
   * @throws CaseStopped if the echo stream cannot be opened
   */
  Fences(Scene scene, FenceTrials trials, boolean standing) {
    this.scene = scene;
    this.trials = trials;
    fences.put(FenceKind.HEARTBEAT, new HeartbeatFence(scene));
    fences.put(FenceKind.WIRE, new WireFence(scene));
    if (standing && works(FenceKind.ECHO)) {
      fences.put(FenceKind.ECHO, EchoFence.open(scene));
    }
  }

  /** One kind of fence. */
  interface Fence {
    /**
     * Sends the stimulus and waits for its answer.
     *
     * @return the answer's entry in the transcript
     */
    Entry cross();
  }

  /** Whether the echo stream stands. */
  boolean hasEcho() {
    return fences.containsKey(FenceKind.ECHO);
  }

  /**
   * Proves that everything sent so far was dealt with.
   *
   * @return the answer's entry in the transcript
   */
  Entry cross(FenceKind kind) {
    scene.exchange().flush();
    Entry answer = choose(kind).cross();
    scene.transcript().remark(answer, "fence");
    scene.ledger().processed();
    scene.exchange().sessionLives();
    return answer;
  }

  private Fence choose(FenceKind kind) {
    @Nullable Fence fence = works(kind) ? fences.get(kind) : null;
    if (fence != null) {
      return fence;
    }
    return BEST_FIRST.stream()
        .filter(other -> works(other) && fences.containsKey(other))
        .map(fences::get)
        .findFirst()
        .orElseThrow(trials::noneWorks);
  }

  private boolean works(FenceKind kind) {
    return trials.working().contains(kind);
  }
}
