package org.muxado.tck.player;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.muxado.tck.transcript.Entry;
import org.muxado.vectors.wire.Frame;

/** Collects the octets of DATA that come on one stream from a place on. */
final class Answer {

  private final List<Received> received;
  private final int stream;
  private final int wantedOctets;
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private int next;

  /**
   * Starts collecting.
   *
   * @param from how many frames had come before
   */
  Answer(Exchange exchange, int stream, int from, int wantedOctets) {
    received = exchange.received();
    this.stream = stream;
    this.wantedOctets = wantedOctets;
    next = from;
  }

  /** Whether enough octets have come, or an RST. */
  boolean isComplete() {
    while (octets.size() < wantedOctets && next < received.size()) {
      take(received.get(next++));
    }
    return octets.size() >= wantedOctets;
  }

  private void take(Received frame) {
    if (frame.stream() != stream) {
      return;
    }
    if (frame.frame() instanceof Frame.Rst) {
      throw CaseStopped.failed("an answer on stream " + stream, frame.toString());
    } else if (frame.frame() instanceof Frame.Data data) {
      octets.writeBytes(data.payload());
    }
  }

  /** What has come. */
  byte[] octets() {
    return octets.toByteArray();
  }

  /** The entry of the frame that was looked at last. */
  Entry last() {
    return received.get(next - 1).entry();
  }
}
