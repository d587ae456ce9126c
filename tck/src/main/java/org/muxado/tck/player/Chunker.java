package org.muxado.tck.player;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muxado.vectors.conversation.Conversation.Chunking;
import org.muxado.vectors.wire.Octets;

/**
 * Divides the octets that the kit sends among the implementation's reads. The verdict of a case is
 * the same however this is done (FRAME-8). Stateless.
 */
final class Chunker {

  private static final int HEADER_OCTETS = 8;

  /** In {@link Chunking#OCTETS}, so many octets at both ends of a frame come one by one. */
  private static final int SINGLE_OCTETS = 256;

  private Chunker() {}

  /** Divides the frames of one write into reads. */
  static List<byte[]> cut(Chunking chunking, List<byte[]> frames) {
    return switch (chunking) {
      case WHOLE, COALESCED -> List.of(Octets.concat(frames.toArray(byte[][]::new)));
      case OCTETS -> singleOctets(frames);
      case SPLIT_HEADERS -> splitFrames(frames);
    };
  }

  private static List<byte[]> singleOctets(List<byte[]> frames) {
    List<byte[]> chunks = new ArrayList<>();
    for (byte[] frame : frames) {
      int head = Math.min(frame.length, SINGLE_OCTETS);
      int tail = Math.max(head, frame.length - SINGLE_OCTETS);
      addOctets(frame, 0, head, chunks);
      chunks.add(Arrays.copyOfRange(frame, head, tail));
      addOctets(frame, tail, frame.length, chunks);
    }
    return chunks;
  }

  private static void addOctets(byte[] frame, int from, int to, List<byte[]> chunks) {
    for (int i = from; i < to; i++) {
      chunks.add(new byte[] {frame[i]});
    }
  }

  /** Cuts each frame inside its header, in another place each time, and inside its payload. */
  private static List<byte[]> splitFrames(List<byte[]> frames) {
    List<byte[]> chunks = new ArrayList<>();
    ByteArrayOutputStream open = new ByteArrayOutputStream();
    for (int i = 0; i < frames.size(); i++) {
      byte[] frame = frames.get(i);
      int inHeader = Math.min(1 + i % (HEADER_OCTETS - 1), frame.length);
      int inPayload =
          Math.max(inHeader, Math.min(frame.length, (HEADER_OCTETS + frame.length) / 2));
      open.write(frame, 0, inHeader);
      close(open, chunks);
      open.write(frame, inHeader, inPayload - inHeader);
      close(open, chunks);
      open.write(frame, inPayload, frame.length - inPayload);
    }
    close(open, chunks);
    return chunks;
  }

  private static void close(ByteArrayOutputStream open, List<byte[]> chunks) {
    chunks.add(open.toByteArray());
    open.reset();
  }
}
