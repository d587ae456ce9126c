package org.muxado.tck.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Wire;
import org.muxado.tck.toy.ToyVariant;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.Conversation.Chunking;

/** An output that ends inside a frame is a fault, unless a write to a full wire was given up. */
@Timeout(60)
class CutOffTest {

  /** One step of the clock with a full wire used to excuse it for the rest of the case. */
  @Test
  void isFoundAgainOnceTheSessionHasAnswered() {
    Conversation conversation =
        Cases.withHead(
            "needs: [CLOCK]\noptions: {clock: true}\nwire: {capacity: 256}",
            "app: {open: a}",
            "expect: {SYN: {stream: a}}",
            "gate: shut",
            "app: {write: a, size: 1000}",
            "await: {wire: full}",
            "clock: {advance: 1}",
            "gate: open",
            "expect: {DATA: {stream: a, size: 1000}}",
            "fence: echo");
    List<String> lines =
        Cases.lines(
            Cases.playPatiently(new EndsInsideAFrame(), conversation, Role.CLIENT, Chunking.WHOLE));
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("FAIL at monitor: rule FRAME-2 | "), lines.get(0));
  }

  /** Writes the first octet of another frame before it ends its output. */
  private static final class EndsInsideAFrame extends ToyVariant {

    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      return super.start(role, new CutOffWire(wire), options);
    }
  }

  private record CutOffWire(Wire wire, OutputStream out) implements Wire {

    CutOffWire(Wire wire) {
      this(wire, new CutOffOutput(wire.out()));
    }

    @Override
    public InputStream in() {
      return wire.in();
    }

    @Override
    public void close() {
      wire.close();
    }
  }

  private static final class CutOffOutput extends FilterOutputStream {

    CutOffOutput(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
      out.write(octets, from, count);
    }

    @Override
    public void close() throws IOException {
      out.write(0);
      out.close();
    }
  }
}
