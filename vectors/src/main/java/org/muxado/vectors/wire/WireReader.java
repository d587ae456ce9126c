package org.muxado.vectors.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Splits a stream of octets into frames, however it is cut into pieces (FRAME-8). It rejects
 * nothing: {@link FrameCheck} says what is wrong with a frame. Not thread-safe.
 */
public final class WireReader {

  private byte[] waiting = new byte[0];
  private long octetsRead;

  /** Takes the next octets and returns the frames that they complete, in order. */
  public List<WireFrame> feed(byte[] octets, int offset, int count) {
    waiting = Octets.concat(waiting, Arrays.copyOfRange(octets, offset, offset + count));
    octetsRead += count;
    List<WireFrame> complete = new ArrayList<>();
    int at = 0;
    while (hasFrame(at)) {
      WireFrame frame = frameAt(at);
      complete.add(frame);
      at += WireFrame.HEADER_OCTETS + frame.length();
    }
    waiting = Arrays.copyOfRange(waiting, at, waiting.length);
    return complete;
  }

  /** Takes all of an array. */
  public List<WireFrame> feed(byte[] octets) {
    return feed(octets, 0, octets.length);
  }

  /** How many octets were taken so far, those of an incomplete frame included. */
  public long octetsRead() {
    return octetsRead;
  }

  /** The octets of the frame that is not complete yet; empty between frames. */
  public byte[] incomplete() {
    return waiting.clone();
  }

  /**
   * The frame that is not complete yet, with the payload octets that are there; empty if its header
   * is not complete or no frame has begun. At the end of the input this is the truncated frame.
   */
  public Optional<WireFrame> partial() {
    return waiting.length < WireFrame.HEADER_OCTETS ? Optional.empty() : Optional.of(frameAt(0));
  }

  private boolean hasFrame(int at) {
    int left = waiting.length - at;
    return left >= WireFrame.HEADER_OCTETS
        && left >= WireFrame.HEADER_OCTETS + (Octets.getShort(waiting, at) & WireFrame.MAX_LENGTH);
  }

  private WireFrame frameAt(int at) {
    int body = at + WireFrame.HEADER_OCTETS;
    WireFrame header = Header.decode(Arrays.copyOfRange(waiting, at, body));
    int end = Math.min(body + header.length(), waiting.length);
    return header.withPayload(Arrays.copyOfRange(waiting, body, end));
  }
}
