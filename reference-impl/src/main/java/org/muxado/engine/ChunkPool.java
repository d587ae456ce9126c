package org.muxado.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The memory of all {@link ByteFifo}s of a session, in chunks. Keeps as many free ones as were in
 * use at once, so that a steady flow makes no garbage; that peak fades each time when nothing is in
 * use, so that a session that has become quiet holds little. Not thread-safe.
 */
final class ChunkPool {

  /** The size of a chunk in octets. */
  static final int CHUNK_BYTES = 4_096;

  /** How many free chunks are kept always: one full stream in each direction. */
  static final int MIN_KEPT = 32;

  /** How many free chunks are kept at most. */
  static final int MAX_KEPT = 512;

  /** The peak falls by this part of itself at a time. */
  private static final int FADE = 8;

  private @Nullable Chunk free;
  private int freeCount;
  private int usedCount;
  private int peak;

  Chunk get() {
    usedCount++;
    peak = Math.max(peak, usedCount);
    if (free == null) {
      return new Chunk();
    }
    Chunk chunk = takeFree(free);
    chunk.reset();
    return chunk;
  }

  private Chunk takeFree(Chunk chunk) {
    free = chunk.next;
    freeCount--;
    return chunk;
  }

  void release(Chunk chunk) {
    chunk.next = free;
    free = chunk;
    freeCount++;
    usedCount--;
    if (usedCount == 0) {
      peak -= peak / FADE;
    }
    trim();
  }

  private void trim() {
    int kept = Math.min(Math.max(peak, MIN_KEPT), MAX_KEPT);
    while (free != null && freeCount > kept) {
      takeFree(free);
    }
  }

  int freeCount() {
    return freeCount;
  }

  /** A piece of memory that is filled once and drained once. */
  static final class Chunk {

    private final byte[] octets = new byte[CHUNK_BYTES];
    private int start;
    private int end;
    @Nullable Chunk next;

    boolean hasRoom() {
      return end < CHUNK_BYTES;
    }

    boolean isDrained() {
      return start == end;
    }

    int put(ByteBuffer source, int most) {
      int count = Math.min(most, CHUNK_BYTES - end);
      source.get(octets, end, count);
      end += count;
      return count;
    }

    int take(ByteBuffer target, int most) {
      int count = Math.min(most, end - start);
      target.put(octets, start, count);
      start += count;
      return count;
    }

    private void reset() {
      start = 0;
      end = 0;
      next = null;
    }
  }
}
