package org.muxado.adapter.faults.planting;

import java.io.ByteArrayOutputStream;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;

/** Takes what a rewrite makes of the frames of one direction. Used under the link's lock. */
public final class Passage {

  private final StreamStates streams;
  private final ByteArrayOutputStream onward = new ByteArrayOutputStream();
  private final ByteArrayOutputStream back = new ByteArrayOutputStream();

  Passage(StreamStates streams) {
    this.streams = streams;
  }

  /** Passes a frame on. */
  public void pass(WireFrame frame) {
    octets(frame.encode());
  }

  /** Passes a frame on. */
  public void pass(Frame frame) {
    pass(frame.toWire());
  }

  /** Passes on octets that need be no frame. */
  public void octets(byte[] octets) {
    onward.writeBytes(octets);
  }

  /** Answers the kit without the library's knowledge; for frames that come from the kit only. */
  public void answer(Frame frame) {
    back.writeBytes(frame.toWire().encode());
  }

  /** Passes on what the library must refuse with a session error. */
  public void sessionError() {
    pass(WireFrame.of(31, 0, 0, new byte[0]));
  }

  /** The streams as they stand before this frame. */
  public StreamStates streams() {
    return streams;
  }

  byte[] takeOnward() {
    return take(onward);
  }

  byte[] takeBack() {
    return take(back);
  }

  private static byte[] take(ByteArrayOutputStream from) {
    byte[] octets = from.toByteArray();
    from.reset();
    return octets;
  }
}
