package org.muxado.engine;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Octets that wait, first in, first out. Holds no memory while empty: chunks come from a pool and
 * go back as soon as they are drained. Not thread-safe.
 */
final class ByteFifo {

  private final ChunkPool pool;
  private ChunkPool.@Nullable Chunk first;
  private ChunkPool.@Nullable Chunk last;
  private int sizeBytes;

  ByteFifo(ChunkPool pool) {
    this.pool = pool;
  }

  int sizeBytes() {
    return sizeBytes;
  }

  boolean isEmpty() {
    return sizeBytes == 0;
  }

  /** Adds this many octets of the source. */
  void put(ByteBuffer source, int count) {
    for (int left = count; left > 0; ) {
      int copied = chunkWithRoom().put(source, left);
      sizeBytes += copied;
      left -= copied;
    }
  }

  /** Takes this many octets, which are there, into the target. */
  void take(ByteBuffer target, int count) {
    for (int left = count; left > 0; ) {
      ChunkPool.Chunk chunk = requireNonNull(first);
      int copied = chunk.take(target, left);
      sizeBytes -= copied;
      left -= copied;
      if (chunk.isDrained()) {
        dropFirst(chunk);
      }
    }
  }

  /** Throws everything away; returns how many octets there were. */
  int clear() {
    int dropped = sizeBytes;
    sizeBytes = 0;
    while (first != null) {
      dropFirst(first);
    }
    return dropped;
  }

  private ChunkPool.Chunk chunkWithRoom() {
    if (last != null && last.hasRoom()) {
      return last;
    }
    ChunkPool.Chunk chunk = pool.get();
    if (last == null) {
      first = chunk;
    } else {
      last.next = chunk;
    }
    last = chunk;
    return chunk;
  }

  private void dropFirst(ChunkPool.Chunk chunk) {
    first = chunk.next;
    if (first == null) {
      last = null;
    }
    pool.release(chunk);
  }
}
