package org.muxado.tck.player;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.conversation.StreamRef;
import org.muxado.vectors.wire.Frame;

/** Waits for the first DATA of several streams and judges their order. */
final class FirstDataOrder {

  private final Stage stage;

  FirstDataOrder(Stage stage) {
    this.stage = stage;
  }

  /** Takes all frames up to the first DATA of the last of these streams. */
  int meet(List<StreamRef> streams) {
    List<Integer> wanted = streams.stream().map(stage.bindings()::id).toList();
    Set<Integer> seen = new LinkedHashSet<>();
    int place = stage.now();
    while (seen.size() < wanted.size()) {
      Received next = awaitNext(wanted);
      if (next.frame() instanceof Frame.Data && wanted.contains(next.stream())) {
        seen.add(next.stream());
        place = next.entry().index() + 1;
      }
      stage.inbox().take(null);
    }
    if (!List.copyOf(seen).equals(wanted)) {
      throw CaseStopped.failed(text(wanted), "it came first on " + join(List.copyOf(seen)));
    }
    return place;
  }

  private Received awaitNext(List<Integer> wanted) {
    stage.waiter().untilFrame(() -> stage.inbox().peek() != null, () -> text(wanted));
    @Nullable Received next = stage.inbox().peek();
    if (next == null) {
      throw new IllegalStateException("a frame that was there is gone");
    }
    return next;
  }

  private static String text(List<Integer> wanted) {
    return "DATA first on streams " + join(wanted) + ", in this order";
  }

  private static String join(List<Integer> streams) {
    return streams.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
