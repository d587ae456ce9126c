package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.engine.ChunkPool.Chunk;

class ChunkPoolTest {

  private final ChunkPool pool = new ChunkPool();

  /** Takes so many chunks at once, and gives them back. */
  private void use(int count) {
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chunks.add(pool.get());
    }
    chunks.forEach(pool::release);
  }

  @Test
  void givesWhatWasReleasedLast() {
    Chunk first = pool.get();
    Chunk second = pool.get();
    pool.release(first);
    pool.release(second);
    assertSame(second, pool.get());
    assertSame(first, pool.get());
    assertEquals(0, pool.freeCount());
  }

  @Test
  void keepsWhatWasInUseAtOnceWhileSomeIs() {
    pool.get();
    use(99);
    assertEquals(99, pool.freeCount());
    use(99);
    assertEquals(99, pool.freeCount());
  }

  @Test
  void keepsSoManyAtMost() {
    pool.get();
    use(ChunkPool.MAX_KEPT + 10);
    assertEquals(ChunkPool.MAX_KEPT, pool.freeCount());
  }

  @Test
  void keepsLessEachTimeWhenNothingIsInUse() {
    use(80);
    assertEquals(70, pool.freeCount());
    use(1);
    assertEquals(62, pool.freeCount());
  }

  @Test
  void keepsSoManyAlways() {
    use(80);
    for (int i = 0; i < 30; i++) {
      use(1);
    }
    assertEquals(ChunkPool.MIN_KEPT, pool.freeCount());
  }

  @Test
  void holdsNothingThatWasNeverInUse() {
    use(3);
    assertEquals(3, pool.freeCount());
  }
}
