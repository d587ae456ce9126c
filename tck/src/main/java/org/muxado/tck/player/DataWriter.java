package org.muxado.tck.player;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.muxado.vectors.conversation.PatternOctets;
import org.muxado.vectors.conversation.Payload;
import org.muxado.vectors.conversation.SendItem.OutFrame;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;

/**
 * Writes the kit's DATA: in full frames, and to or beyond the window that the implementation has
 * granted. Where a WNDINC crosses what should have gone beyond the window, more is sent.
 */
final class DataWriter {

  /** How often a WNDINC may cross what should go beyond the window. */
  private static final int MAX_RETRIES = 8;

  private final Stage stage;
  private final Map<Integer, Overflow> overflows = new HashMap<>();

  DataWriter(Stage stage) {
    this.stage = stage;
    stage.exchange().onReceived(this::watchOverflows);
  }

  private record Overflow(int excess, int retriesLeft) {}

  void write(OutFrame.Data data, Consumer<WireFrame> out) {
    int stream = stage.bindings().id(data.stream());
    Payload payload = data.payload();
    if (payload instanceof Payload.BeyondWindow beyond) {
      overflow(stream, new Overflow(beyond.excess(), MAX_RETRIES), data.fin(), out);
    } else if (payload instanceof Payload.Exactly exactly) {
      write(stream, exactly.octets(), data.fin(), out);
    } else if (payload instanceof Payload.Patterned patterned) {
      write(stream, pattern(stream, patterned.size()), data.fin(), out);
    } else {
      write(stream, pattern(stream, window(stream)), data.fin(), out);
    }
  }

  /** What the kit may still send, 0 if it has sent more. */
  private int window(int stream) {
    long window = stage.scene().ledger().windowForKit(stream);
    return (int) Math.max(0, Math.min(window, 1 << 26));
  }

  private byte[] pattern(int stream, int size) {
    long position = stage.scene().ledger().octetsFromKit(stream);
    return PatternOctets.of(stream, position, size);
  }

  private static void write(int stream, byte[] octets, boolean fin, Consumer<WireFrame> out) {
    int at = 0;
    do {
      int end = Math.min(octets.length, at + WireFrame.MAX_LENGTH);
      boolean last = end == octets.length;
      byte[] payload = Arrays.copyOfRange(octets, at, end);
      out.accept(new Frame.Data(stream, payload, fin && last).toWire());
      at = end;
    } while (at < octets.length);
  }

  private void overflow(int stream, Overflow overflow, boolean fin, Consumer<WireFrame> out) {
    overflows.put(stream, overflow);
    write(stream, pattern(stream, window(stream) + overflow.excess()), fin, out);
  }

  private void watchOverflows(Received received) {
    Overflow overflow = overflows.get(received.stream());
    if (overflow == null) {
      return;
    }
    if (received.frame() instanceof Frame.Rst || overflow.retriesLeft() == 0) {
      overflows.remove(received.stream());
    } else if (received.frame() instanceof Frame.WndInc) {
      retry(received.stream(), overflow);
    }
  }

  private void retry(int stream, Overflow overflow) {
    if (stage.scene().ledger().windowForKit(stream) >= 0) {
      Overflow next = new Overflow(overflow.excess(), overflow.retriesLeft() - 1);
      overflow(stream, next, false, wire -> stage.exchange().add(wire.encode()));
      stage.exchange().flush();
    }
  }
}
