package org.muxado.adapter;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.muxado.frame.Frame;
import org.muxado.frame.FrameDecoder;
import org.muxado.tck.spi.CodecFrame;
import org.muxado.tck.spi.Decoded;
import org.muxado.tck.spi.FrameCodec;

/** The library's frame codec. Has no state. */
final class BundledCodec implements FrameCodec {

  @Override
  public Decoded decode(byte[] octets) {
    FrameDecoder decoder = new FrameDecoder(false);
    ByteBuffer in = ByteBuffer.wrap(octets);
    List<CodecFrame> frames = new ArrayList<>();
    OptionalInt error = OptionalInt.empty();
    for (var found = decoder.next(in); found != null; found = decoder.next(in)) {
      if (found instanceof Frame frame) {
        frames.add(fromFrame(frame));
      } else if (found instanceof org.muxado.frame.Decoded.Violation violation) {
        error = OptionalInt.of(violation.code());
      }
    }
    return new Decoded(frames, error);
  }

  @Override
  public byte[] encode(CodecFrame frame) {
    Frame made = toFrame(frame);
    ByteBuffer out = ByteBuffer.allocate(made.sizeBytes());
    made.write(out);
    return out.array();
  }

  private static CodecFrame fromFrame(Frame frame) {
    if (frame instanceof Frame.Syn syn) {
      return new CodecFrame.Syn(syn.streamId(), syn.priority(), syn.type(), syn.fin());
    } else if (frame instanceof Frame.Rst rst) {
      return new CodecFrame.Rst(rst.streamId(), rst.code());
    } else if (frame instanceof Frame.Data data) {
      return new CodecFrame.Data(data.streamId(), octets(data.payload()), data.fin());
    } else if (frame instanceof Frame.WndInc grant) {
      return new CodecFrame.WndInc(grant.streamId(), grant.increment());
    } else if (frame instanceof Frame.Pri pri) {
      return new CodecFrame.Pri(pri.streamId(), pri.priority());
    }
    Frame.GoAway goAway = (Frame.GoAway) frame;
    return new CodecFrame.GoAway(goAway.lastStreamId(), goAway.code(), octets(goAway.debug()));
  }

  private static Frame toFrame(CodecFrame frame) {
    if (frame instanceof CodecFrame.Syn syn) {
      return new Frame.Syn(syn.stream(), syn.priority(), syn.type(), syn.fin());
    } else if (frame instanceof CodecFrame.Rst rst) {
      return new Frame.Rst(rst.stream(), rst.code());
    } else if (frame instanceof CodecFrame.Data data) {
      return new Frame.Data(data.stream(), data.fin(), ByteBuffer.wrap(data.payload()));
    } else if (frame instanceof CodecFrame.WndInc grant) {
      return new Frame.WndInc(grant.stream(), grant.increment());
    } else if (frame instanceof CodecFrame.Pri pri) {
      return new Frame.Pri(pri.stream(), pri.priority());
    }
    CodecFrame.GoAway goAway = (CodecFrame.GoAway) frame;
    return new Frame.GoAway(goAway.last(), goAway.code(), ByteBuffer.wrap(goAway.debug()));
  }

  private static byte[] octets(ByteBuffer payload) {
    byte[] copy = new byte[payload.remaining()];
    payload.get(copy);
    return copy;
  }
}
