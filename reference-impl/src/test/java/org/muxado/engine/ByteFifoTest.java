package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ByteFifoTest {

  private final ChunkPool pool = new ChunkPool();
  private final ByteFifo fifo = new ByteFifo(pool);
  private final ChunkPool.Chunk pooled = pool.get();

  @BeforeEach
  void poolHoldsOneChunk() {
    pool.release(pooled);
  }

  private void put(int... octets) {
    ByteBuffer source = ByteBuffer.allocate(octets.length);
    for (int octet : octets) {
      source.put((byte) octet);
    }
    fifo.put(source.flip(), octets.length);
  }

  private int take() {
    ByteBuffer target = ByteBuffer.allocate(1);
    fifo.take(target, 1);
    return target.get(0);
  }

  @Test
  void smallPutsShareAChunk() {
    put(1);
    put(2);
    assertEquals(1, take());
    assertNotSame(pooled, pool.get());
    assertEquals(2, take());
  }

  @Test
  void drainedChunkGoesBackToThePool() {
    put(1);
    take();
    assertSame(pooled, pool.get());
  }

  @Test
  void clearedChunkGoesBackToThePool() {
    put(1, 2);
    assertEquals(2, fifo.clear());
    assertEquals(0, fifo.sizeBytes());
    assertSame(pooled, pool.get());
    put(3);
    assertEquals(3, take());
  }

  @Test
  void keepsTheOrderAcrossChunks() {
    put(new int[ChunkPool.CHUNK_BYTES]);
    put(1);
    fifo.take(ByteBuffer.allocate(ChunkPool.CHUNK_BYTES), ChunkPool.CHUNK_BYTES);
    put(2);
    assertEquals(1, take());
    assertEquals(2, take());
  }
}
