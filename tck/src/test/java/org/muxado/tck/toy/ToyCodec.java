package org.muxado.tck.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.muxado.tck.spi.CodecFrame;
import org.muxado.tck.spi.Decoded;
import org.muxado.tck.spi.FrameCodec;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameCheck;
import org.muxado.vectors.wire.Violation;
import org.muxado.vectors.wire.WireFrame;
import org.muxado.vectors.wire.WireReader;

/** The vectors' codec behind the kit's interface. */
class ToyCodec implements FrameCodec {

  @Override
  public Decoded decode(byte[] octets) {
    WireReader reader = new WireReader();
    List<CodecFrame> frames = new ArrayList<>();
    List<WireFrame> all = new ArrayList<>(reader.feed(octets));
    int complete = all.size();
    reader.partial().ifPresent(all::add);
    for (int i = 0; i < all.size(); i++) {
      Optional<Violation> fault = FrameCheck.receiverFaults(all.get(i)).stream().findFirst();
      if (fault.isPresent()) {
        return new Decoded(frames, OptionalInt.of(fault.get().code()));
      } else if (i < complete) {
        frames.add(codecFrame(Frame.of(all.get(i)).orElseThrow()));
      }
    }
    return new Decoded(frames, OptionalInt.empty());
  }

  private static CodecFrame codecFrame(Frame frame) {
    if (frame instanceof Frame.Syn f) {
      return new CodecFrame.Syn(f.stream(), f.priority(), f.streamType(), f.fin());
    } else if (frame instanceof Frame.Rst f) {
      return new CodecFrame.Rst(f.stream(), f.code());
    } else if (frame instanceof Frame.Data f) {
      return new CodecFrame.Data(f.stream(), f.payload(), f.fin());
    } else if (frame instanceof Frame.WndInc f) {
      return new CodecFrame.WndInc(f.stream(), f.increment());
    } else if (frame instanceof Frame.Pri f) {
      return new CodecFrame.Pri(f.stream(), f.priority());
    }
    Frame.GoAway f = (Frame.GoAway) frame;
    return new CodecFrame.GoAway(f.last(), f.code(), f.debug());
  }

  @Override
  public byte[] encode(CodecFrame frame) {
    return wire(frame).toWire().encode();
  }

  private static Frame wire(CodecFrame frame) {
    if (frame instanceof CodecFrame.Syn f) {
      return new Frame.Syn(f.stream(), f.priority(), f.type(), f.fin());
    } else if (frame instanceof CodecFrame.Rst f) {
      return new Frame.Rst(f.stream(), f.code());
    } else if (frame instanceof CodecFrame.Data f) {
      return new Frame.Data(f.stream(), f.payload(), f.fin());
    } else if (frame instanceof CodecFrame.WndInc f) {
      return new Frame.WndInc(f.stream(), f.increment());
    } else if (frame instanceof CodecFrame.Pri f) {
      return new Frame.Pri(f.stream(), f.priority());
    }
    CodecFrame.GoAway f = (CodecFrame.GoAway) frame;
    return new Frame.GoAway(f.last(), f.code(), f.debug());
  }
}
