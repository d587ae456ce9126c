package org.muxado.vectors.conversation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class PatternOctetsTest {

  @Test
  void startsAtTheStreamIdAndWrapsAt251() {
    assertArrayEquals(new byte[] {(byte) 249, (byte) 250, 0, 1}, PatternOctets.of(3, 246, 4));
  }

  @Test
  void goesOnWhereTheDirectionStands() {
    byte[] whole = PatternOctets.of(7, 0, 600);
    byte[] second = PatternOctets.of(7, 300, 300);
    assertArrayEquals(second, java.util.Arrays.copyOfRange(whole, 300, 600));
  }

  @Test
  void staysInRangeForTheHighestIds() {
    assertArrayEquals(
        new byte[] {(byte) ((0x7FFFFFFFL + 0x7FFFFFFFL) % 251)},
        PatternOctets.of(0x7FFFFFFF, 0x7FFFFFFF, 1));
  }
}
