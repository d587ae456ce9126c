package org.muxado.tck.player;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.conversation.Pattern;

/**
 * What the steps of one case share: the scene, the names, the marks, the frames not taken yet, the
 * calls not answered yet. Used by the thread that plays the case.
 */
final class Stage {

  private final Scene scene;
  private final Fences fences;
  private final Bindings bindings;
  private final Marks marks = new Marks();
  private final Inbox inbox;
  private final PatternMatch match;
  private final PatternText text;
  private final Map<String, Started> pending = new HashMap<>();

  Stage(Scene scene, Fences fences) {
    this.scene = scene;
    this.fences = fences;
    bindings = new Bindings(scene.ledger());
    inbox = new Inbox(scene.exchange().received());
    match = new PatternMatch(bindings);
    text = new PatternText(bindings);
  }

  /**
   * A call that a later step waits for.
   *
   * @param onSuccess what to do when it went well
   */
  record Started(Call<?> call, Runnable onSuccess) {}

  Scene scene() {
    return scene;
  }

  Exchange exchange() {
    return scene.exchange();
  }

  Application application() {
    return scene.application();
  }

  Waiter waiter() {
    return scene.waiter();
  }

  Fences fences() {
    return fences;
  }

  Bindings bindings() {
    return bindings;
  }

  Marks marks() {
    return marks;
  }

  Inbox inbox() {
    return inbox;
  }

  PatternMatch match() {
    return match;
  }

  /** The pattern as one line. */
  String textOf(Pattern pattern) {
    return text.of(pattern);
  }

  /** Calls that were started and not awaited, by name. */
  Map<String, Started> pending() {
    return pending;
  }

  /** Takes a started call; each is awaited once. */
  Started takePending(String name) {
    @Nullable Started started = pending.remove(name);
    if (started == null) {
      throw new IllegalStateException("nothing is pending as " + name);
    }
    return started;
  }

  /** Where the transcript stands. */
  int now() {
    return scene.transcript().size();
  }
}
