package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.muxado.engine.Wire.data;
import static org.muxado.engine.Wire.rst;
import static org.muxado.engine.Wire.syn;

import org.junit.jupiter.api.Test;
import org.muxado.frame.ErrorCode;
import org.muxado.frame.Frame;

class StreamEndsTest {

  private final EngineParts parts = new EngineParts(Role.SERVER, EngineSettings.DEFAULT, 0);

  private void receive(Frame... frames) {
    for (Frame frame : frames) {
      assertNull(parts.inbound.received(frame, 0));
    }
  }

  @Test
  void endInTheBacklogGivesBackTheChunks() {
    receive(syn(3), data(3, 5_000));
    EngineStream waiting = parts.ends.backlog().iterator().next();
    assertEquals(5_000, waiting.readableBytes());
    receive(rst(3, ErrorCode.CANCEL));
    assertEquals(0, waiting.readableBytes());
  }
}
