package org.muxado.tck.player;

import java.util.Arrays;
import org.muxado.tck.monitor.StreamTypes;
import org.muxado.tck.transcript.Entry;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.Octets;
import org.muxado.vectors.wire.WireFrame;

/** A heartbeat of the kit, which the implementation echoes (HB-11). */
final class HeartbeatFence implements Fences.Fence {

  private static final int BEAT_OCTETS = 4;
  private static final int BEAT_MARK = 0xBEA70000;

  private final Scene scene;
  private int id;
  private int crossings;

  HeartbeatFence(Scene scene) {
    this.scene = scene;
  }

  @Override
  public Entry cross() {
    if (id == 0) {
      id = scene.ledger().nextFromKit();
      scene.exchange().background().addFence(id);
      scene.exchange().send(new Frame.Syn(id, WireFrame.MAX_31_BIT, StreamTypes.HEARTBEAT, false));
    }
    byte[] beat = Octets.ofInts(BEAT_MARK + ++crossings);
    int before = scene.exchange().received().size();
    scene.exchange().send(new Frame.Data(id, beat, false));
    Answer answer = new Answer(scene.exchange(), id, before, BEAT_OCTETS);
    scene.waiter().untilFrame(answer::isComplete, () -> "the echo of a heartbeat on stream " + id);
    if (!Arrays.equals(beat, answer.octets())) {
      throw CaseStopped.failed(
          "the heartbeat " + Octets.hex(beat, BEAT_OCTETS) + " echoed on stream " + id,
          Octets.hex(answer.octets(), BEAT_OCTETS));
    }
    return answer.last();
  }
}
