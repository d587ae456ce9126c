package org.muxado.tck.player;

import java.nio.charset.StandardCharsets;
import org.muxado.vectors.conversation.Action;
import org.muxado.vectors.conversation.SendItem;
import org.muxado.vectors.conversation.SendItem.OutFrame;
import org.muxado.vectors.conversation.StreamRef;
import org.muxado.vectors.conversation.TamperedFrame;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;

/** Plays the steps in which the kit writes. */
final class FrameWriter {

  private final Stage stage;
  private final DataWriter dataWriter;

  FrameWriter(Stage stage) {
    this.stage = stage;
    dataWriter = new DataWriter(stage);
  }

  int play(Action.Send send) {
    stage.exchange().pump();
    for (int i = 0; i < send.times(); i++) {
      send.items().forEach(this::write);
    }
    stage.exchange().endWrite();
    return StepPlayer.NOT_AWAITED;
  }

  private void write(SendItem item) {
    if (item instanceof SendItem.Raw raw) {
      stage.exchange().add(raw.octets());
      return;
    }
    SendItem.Frames frames = (SendItem.Frames) item;
    for (int i = 0; i < frames.times(); i++) {
      write(frames.frame(), frames.tampering());
    }
  }

  private void write(OutFrame frame, SendItem.Tampering tampering) {
    if (frame instanceof OutFrame.Data data) {
      dataWriter.write(data, wire -> add(wire, tampering));
    } else {
      add(build(frame, tampering.explicitZero()), tampering);
    }
  }

  private void add(WireFrame frame, SendItem.Tampering tampering) {
    stage.exchange().add(TamperedFrame.of(frame, tampering));
  }

  private WireFrame build(OutFrame frame, boolean explicitZero) {
    if (frame instanceof OutFrame.Syn syn) {
      Frame.Syn built = new Frame.Syn(synId(syn), syn.priority(), syn.type(), syn.fin());
      return explicitZero ? built.toWireWithExplicitZeros() : built.toWire();
    } else if (frame instanceof OutFrame.Other other) {
      return WireFrame.of(other.type(), other.flags(), id(other.stream()), other.payload());
    }
    return plain(frame).toWire();
  }

  private Frame plain(OutFrame frame) {
    if (frame instanceof OutFrame.Rst rst) {
      return new Frame.Rst(id(rst.stream()), rst.code());
    } else if (frame instanceof OutFrame.WndInc wndInc) {
      return new Frame.WndInc(id(wndInc.stream()), wndInc.increment());
    } else if (frame instanceof OutFrame.Pri pri) {
      return new Frame.Pri(id(pri.stream()), pri.priority());
    } else if (frame instanceof OutFrame.GoAway goAway) {
      byte[] debug = goAway.debug().getBytes(StandardCharsets.UTF_8);
      return new Frame.GoAway(id(goAway.last()), goAway.code(), debug);
    }
    throw new IllegalStateException("no way to send " + frame);
  }

  private int synId(OutFrame.Syn syn) {
    String unbound = stage.bindings().unboundName(syn.stream());
    if (unbound == null) {
      return id(syn.stream());
    }
    StreamRef source = syn.id();
    int id = source == null ? stage.scene().ledger().nextFromKit() : id(source);
    stage.bindings().bind(unbound, id);
    return id;
  }

  private int id(StreamRef ref) {
    return stage.bindings().id(ref);
  }
}
