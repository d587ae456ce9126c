package org.muxado.adapter.interop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import org.muxado.session.Stream;

/**
 * Octets that prove themselves, as the Go program sends and checks them: a number of octets without
 * a pattern, then the SHA-256 of the stream id (4 octets) and of those octets.
 */
final class Payload {

  /** The largest piece that is written or read at once. */
  static final int CHUNK_BYTES = 65_536;

  private Payload() {}

  static void send(Stream stream, int octets) throws IOException {
    MessageDigest digest = digestFor(stream);
    SplittableRandom random = new SplittableRandom(stream.id());
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int left = octets; left > 0; left -= CHUNK_BYTES) {
      random.nextBytes(chunk);
      ByteBuffer part = ByteBuffer.wrap(chunk, 0, Math.min(left, CHUNK_BYTES));
      digest.update(part.duplicate());
      stream.write(part);
    }
    stream.write(ByteBuffer.wrap(digest.digest()));
  }

  /** Reads a payload in pieces of at most this size, and checks it. */
  static void receive(Stream stream, int octets, int pieceBytes) throws IOException {
    MessageDigest digest = digestFor(stream);
    ByteBuffer piece = ByteBuffer.allocate(pieceBytes);
    int left = octets;
    while (left > 0) {
      piece.clear().limit(Math.min(left, pieceBytes));
      int count = stream.read(piece);
      assertEquals(piece.position(), count, stream + " ends " + left + " octets too early");
      digest.update(piece.flip());
      left -= count;
    }
    byte[] announced = stream.inputStream().readNBytes(digest.getDigestLength());
    assertArrayEquals(announced, digest.digest(), "SHA-256 of " + octets + " octets on " + stream);
  }

  private static MessageDigest digestFor(Stream stream) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(4).putInt(0, stream.id()));
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
