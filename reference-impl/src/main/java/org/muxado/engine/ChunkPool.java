package org.muxado.engine;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The memory of all {@link ByteFifo}s of a session, in chunks; keeps a bounded number of free ones,
 * so that short streams cost no garbage. Not thread-safe.
 */
final class ChunkPool {

  /** The size of a chunk in octets. */
  static final int CHUNK_BYTES = 4_096;

  /** How many free chunks are kept: one full stream in each direction. */
  static final int MAX_FREE = 32;

  private @Nullable Chunk free;
  private int freeCount;

  Chunk get() {
    if (free == null) {
      return new Chunk();
    }
    Chunk chunk = free;
    free = chunk.next;
    freeCount--;
    chunk.reset();
    return chunk;
  }

  void release(Chunk chunk) {
    if (freeCount < MAX_FREE) {
      chunk.next = free;
      free = chunk;
      freeCount++;
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
