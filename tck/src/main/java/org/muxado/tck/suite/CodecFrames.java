package org.muxado.tck.suite;

import org.muxado.tck.spi.CodecFrame;
import org.muxado.vectors.wire.Frame;

/** Turns the frames of the vectors into those of the adapter's interface and back. Stateless. */
final class CodecFrames {

  private CodecFrames() {}

  static CodecFrame of(Frame frame) {
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

  static Frame of(CodecFrame frame) {
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
