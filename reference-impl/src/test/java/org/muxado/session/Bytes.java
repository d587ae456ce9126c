package org.muxado.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Octets for tests. */
final class Bytes {

  private Bytes() {}

  static ByteBuffer of(String text) {
    return ByteBuffer.wrap(text.getBytes(US_ASCII));
  }

  /** Octets that depend on their place and on a seed, so that a lost or swapped one shows. */
  static byte[] pattern(int length, int seed) {
    byte[] octets = new byte[length];
    for (int i = 0; i < length; i++) {
      octets[i] = (byte) (i * 31 + i / 251 + seed);
    }
    return octets;
  }

  /** Reads as much as the stream gives, up to its end. */
  static byte[] readAll(Stream stream) throws IOException {
    return stream.inputStream().readAllBytes();
  }

  static String readText(Stream stream, int length) throws IOException {
    return new String(stream.inputStream().readNBytes(length), US_ASCII);
  }
}
