package org.muxado.cli.octets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muxado.cli.exit.UserException;
import org.muxado.vectors.conversation.PatternOctets;
import org.muxado.vectors.conversation.Payload;
import org.muxado.vectors.conversation.SendItem;
import org.muxado.vectors.conversation.SendItem.OutFrame;
import org.muxado.vectors.conversation.StreamRef;
import org.muxado.vectors.conversation.TamperedFrame;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;

/**
 * Builds the frames of a {@code send} step outside of a session, where only ids and sizes that are
 * numbers mean anything. Not thread-safe; one for each text.
 */
public final class FrameEncoder {

  private final Map<Integer, Integer> positions = new HashMap<>();

  /**
   * The octets of an item, frame by frame.
   *
   * @throws UserException if the item needs a session: a named stream, a window
   */
  public List<byte[]> encode(SendItem item) {
    if (item instanceof SendItem.Raw raw) {
      return List.of(raw.octets());
    }
    SendItem.Frames frames = (SendItem.Frames) item;
    List<byte[]> octets = new ArrayList<>();
    for (int i = 0; i < frames.times(); i++) {
      for (WireFrame frame : build(frames)) {
        octets.add(TamperedFrame.of(frame, frames.tampering()).encode());
      }
    }
    return octets;
  }

  private List<WireFrame> build(SendItem.Frames item) {
    OutFrame frame = item.frame();
    if (frame instanceof OutFrame.Data data) {
      return data(data);
    } else if (frame instanceof OutFrame.Syn syn) {
      Frame.Syn built = new Frame.Syn(id(syn.stream()), syn.priority(), syn.type(), syn.fin());
      boolean explicit = item.tampering().explicitZero();
      return List.of(explicit ? built.toWireWithExplicitZeros() : built.toWire());
    } else if (frame instanceof OutFrame.Other other) {
      int stream = id(other.stream());
      return List.of(WireFrame.of(other.type(), other.flags(), stream, other.payload()));
    }
    return List.of(control(frame).toWire());
  }

  private static Frame control(OutFrame frame) {
    if (frame instanceof OutFrame.Rst rst) {
      return new Frame.Rst(id(rst.stream()), rst.code());
    } else if (frame instanceof OutFrame.WndInc wndInc) {
      return new Frame.WndInc(id(wndInc.stream()), wndInc.increment());
    } else if (frame instanceof OutFrame.Pri pri) {
      return new Frame.Pri(id(pri.stream()), pri.priority());
    }
    OutFrame.GoAway goAway = (OutFrame.GoAway) frame;
    byte[] debug = goAway.debug().getBytes(StandardCharsets.UTF_8);
    return new Frame.GoAway(id(goAway.last()), goAway.code(), debug);
  }

  private static int id(StreamRef ref) {
    if (ref instanceof StreamRef.Id id) {
      return id.id();
    }
    throw new UserException(
        "stream \"" + ref + "\" has no number outside of a conversation, expected a stream id");
  }

  /** DATA in full frames; FIN stands on the last one. */
  private List<WireFrame> data(OutFrame.Data data) {
    int stream = id(data.stream());
    byte[] octets = octets(stream, data.payload());
    List<WireFrame> frames = new ArrayList<>();
    int at = 0;
    do {
      int end = Math.min(octets.length, at + WireFrame.MAX_LENGTH);
      boolean fin = data.fin() && end == octets.length;
      frames.add(new Frame.Data(stream, Arrays.copyOfRange(octets, at, end), fin).toWire());
      at = end;
    } while (at < octets.length);
    return frames;
  }

  private byte[] octets(int stream, Payload payload) {
    byte[] octets;
    if (payload instanceof Payload.Exactly exactly) {
      octets = exactly.octets();
    } else if (payload instanceof Payload.Patterned patterned) {
      octets = PatternOctets.of(stream, positions.getOrDefault(stream, 0), patterned.size());
    } else {
      throw new UserException(
          "DATA on stream "
              + stream
              + ": there is no window outside of a conversation, expected"
              + " bytes, text or a size");
    }
    positions.merge(stream, octets.length, Integer::sum);
    return octets;
  }
}
