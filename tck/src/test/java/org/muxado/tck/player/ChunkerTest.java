package org.muxado.tck.player;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.vectors.conversation.Conversation.Chunking;
import org.muxado.vectors.conversation.PatternOctets;
import org.muxado.vectors.wire.Octets;

class ChunkerTest {

  private static final List<byte[]> FRAMES =
      List.of(
          PatternOctets.of(1, 0, 8),
          PatternOctets.of(2, 0, 20),
          PatternOctets.of(3, 0, 3),
          PatternOctets.of(4, 0, 2000));

  private static List<Integer> sizes(Chunking chunking, byte[]... frames) {
    return Chunker.cut(chunking, List.of(frames)).stream().map(c -> c.length).toList();
  }

  @ParameterizedTest
  @EnumSource
  void losesAndAddsNothing(Chunking chunking) {
    byte[] all = Octets.concat(FRAMES.toArray(byte[][]::new));
    byte[] cut = Octets.concat(Chunker.cut(chunking, FRAMES).toArray(byte[][]::new));
    assertArrayEquals(all, cut);
  }

  @Test
  void wholeAndCoalescedAreOneRead() {
    assertEquals(List.of(28), sizes(Chunking.WHOLE, new byte[8], new byte[20]));
    assertEquals(List.of(28), sizes(Chunking.COALESCED, new byte[8], new byte[20]));
  }

  @Test
  void octetsComeOneByOneExceptTheMiddleOfALongFrame() {
    List<Integer> sizes = sizes(Chunking.OCTETS, new byte[600]);
    assertEquals(513, sizes.size());
    assertEquals(88, sizes.get(256));
    assertTrue(sizes(Chunking.OCTETS, new byte[512]).stream().allMatch(s -> s <= 1));
  }

  @Test
  void everyHeaderAndPayloadIsCut() {
    assertEquals(
        List.of(1, 13, 8, 12, 6), sizes(Chunking.SPLIT_HEADERS, new byte[20], new byte[20]));
  }
}
