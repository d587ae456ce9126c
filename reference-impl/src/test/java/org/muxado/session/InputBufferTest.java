package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** A large buffer only while reads fill it. */
class InputBufferTest {

  private final InputBuffer buffer = new InputBuffer();
  private final ByteBuffer first = buffer.octets();

  private void read(int times, int octets) {
    for (int i = 0; i < times; i++) {
      ByteBuffer target = buffer.octets();
      assertEquals(0, target.position());
      assertEquals(target.capacity(), target.limit());
      target.position(octets).flip();
      buffer.wasRead(octets);
    }
  }

  private void growByFullReads() {
    read(InputBuffer.FULL_READS, InputBuffer.SMALL_BYTES);
    assertEquals(InputBuffer.LARGE_BYTES, buffer.octets().capacity());
  }

  @Test
  void growsOnceReadsFillIt() {
    assertEquals(InputBuffer.SMALL_BYTES, first.capacity());
    read(InputBuffer.FULL_READS - 1, InputBuffer.SMALL_BYTES);
    assertSame(first, buffer.octets());
    growByFullReads();
    assertTrue(buffer.octets().isDirect());
  }

  @Test
  void oneFullReadNowAndThenIsNoReason() {
    for (int i = 0; i < 10; i++) {
      read(InputBuffer.FULL_READS - 1, InputBuffer.SMALL_BYTES);
      read(1, InputBuffer.SMALL_BYTES - 1);
    }
    assertSame(first, buffer.octets());
  }

  @Test
  void comesDownOnceReadsStayLittle() {
    growByFullReads();
    read(InputBuffer.LITTLE_READS - 1, InputBuffer.LITTLE_BYTES);
    assertEquals(InputBuffer.LARGE_BYTES, buffer.octets().capacity());
    read(1, InputBuffer.LITTLE_BYTES);
    assertSame(first, buffer.octets());
  }

  @Test
  void staysLargeWhileMoreThanLittleComesInBetween() {
    growByFullReads();
    ByteBuffer large = buffer.octets();
    read(InputBuffer.LITTLE_READS - 1, 1);
    read(1, InputBuffer.LITTLE_BYTES + 1);
    read(InputBuffer.LITTLE_READS - 1, 1);
    assertSame(large, buffer.octets());
  }

  @Test
  void growsAgainAfterItCameDown() {
    growByFullReads();
    read(InputBuffer.LITTLE_READS, 1);
    growByFullReads();
    assertNotSame(first, buffer.octets());
  }
}
