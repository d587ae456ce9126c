package org.muxado.tck.spi;

/**
 * An implementation's frame codec, for the frame vectors. It has no state: each call stands alone.
 */
public interface FrameCodec {

  /**
   * Decodes octets that may hold several frames, the last one incomplete.
   *
   * @return what was decoded, and the error at which decoding stopped, if any
   */
  Decoded decode(byte[] octets);

  /**
   * Encodes one legal frame.
   *
   * @throws UnimplementedException if the codec cannot send this type of frame
   */
  byte[] encode(CodecFrame frame);
}
