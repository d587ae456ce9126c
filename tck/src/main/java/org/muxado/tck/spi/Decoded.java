package org.muxado.tck.spi;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a codec made of some octets.
 *
 * @param frames the complete frames, in order
 * @param sessionError the code of the session error at which decoding stopped, or empty if there
 *     was none
 */
public record Decoded(List<CodecFrame> frames, OptionalInt sessionError) {

  /** Copies the list. */
  public Decoded {
    frames = List.copyOf(frames);
  }
}
