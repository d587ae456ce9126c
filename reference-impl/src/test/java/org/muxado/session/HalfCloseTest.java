package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.Role;
import org.muxado.engine.Termination;
import org.muxado.frame.Frame;
import org.muxado.frame.FrameDecoder;
import org.muxado.transport.InMemoryTransport;

/** A peer that ends only its own output reads whole frames to the end. */
@Timeout(60)
class HalfCloseTest {

  /** The transport used to be closed inside a DATA. */
  @Test
  void peerThatEndsItsOutputReadsWholeFrames() throws Exception {
    InMemoryTransport.Pair pair = InMemoryTransport.pair(100);
    Session session = Session.start(Role.CLIENT, pair.client(), Link.PLAIN);
    session.open().tryWrite(ByteBuffer.allocate(1_000)); // more than the transport holds
    InMemoryTransport peer = pair.server();
    peer.endOutput();
    Termination ended = session.awaitTermination();
    assertEquals(Termination.Cause.TRANSPORT, ended.cause());
    List<Frame> frames = readFrames(peer);
    assertInstanceOf(Frame.Syn.class, frames.get(0));
    assertInstanceOf(Frame.Data.class, frames.get(1));
    assertEquals(new Frame.GoAway(0, 0, ByteBuffer.allocate(0)), frames.get(2));
    assertEquals(3, frames.size());
    session.close();
  }

  private static List<Frame> readFrames(InMemoryTransport peer) throws Exception {
    FrameDecoder decoder = new FrameDecoder(false);
    List<Frame> frames = new ArrayList<>();
    ByteBuffer octets = ByteBuffer.allocate(10_000);
    while (peer.read(octets) >= 0) {
      peer.await(true, false);
    }
    octets.flip();
    for (var found = decoder.next(octets); found != null; found = decoder.next(octets)) {
      if (found instanceof Frame frame) {
        frames.add(frame);
      }
    }
    assertNull(decoder.end());
    return frames;
  }
}
