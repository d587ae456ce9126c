package org.muxado.tck.player;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.transcript.Entry;
import org.muxado.vectors.wire.Frame;

/**
 * A SYN of an extension that nobody registers, which is answered with RST (EXT-3). It proves only
 * that the octets before it were parsed, and it moves the last id seen.
 */
final class WireFence implements Fences.Fence {

  private static final int UNREGISTERED_TYPE = 0xFFFFFFE7;

  private final Scene scene;

  WireFence(Scene scene) {
    this.scene = scene;
  }

  @Override
  public Entry cross() {
    int id = scene.ledger().nextFromKit();
    scene.exchange().background().addFence(id);
    int before = scene.exchange().received().size();
    scene.exchange().send(new Frame.Syn(id, 0, UNREGISTERED_TYPE, false));
    scene.waiter().untilFrame(() -> find(id, before) != null, () -> "RST on stream " + id);
    return Objects.requireNonNull(find(id, before)).entry();
  }

  private @Nullable Received find(int id, int from) {
    List<Received> received = scene.exchange().received();
    for (int i = from; i < received.size(); i++) {
      if (received.get(i).stream() == id && received.get(i).frame() instanceof Frame.Rst) {
        return received.get(i);
      }
    }
    return null;
  }
}
