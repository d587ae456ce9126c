package org.muxado.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.frame.FrameSummary;
import org.muxado.frame.FrameType;

/** Frames are told where the settings ask for it, and cost nothing where they do not. */
class FrameEventsTest {

  private static final EngineSettings TOLD = EngineSettings.builder().tellFrames(true).build();

  @Test
  void tellsOfFramesThatCome() {
    Wire wire = new Wire(Role.SERVER, TOLD);
    wire.receiveHex(
        "00 04 02 01 00 00 00 03  00 00 00 07" // SYN with a priority
            + "00 02 01 03 00 00 00 03  68 69" // DATA with FIN
            + "00 04 00 04 00 00 00 03  00 00 01 00" // WNDINC of 256
            + "00 09 00 06 00 00 00 00  00 00 00 00 00 00 00 00 78"); // GOAWAY with a debug text
    assertEquals(
        List.of(
            new FrameSummary(FrameType.SYN, 2, 3, 4, 0),
            new FrameSummary(FrameType.DATA, 1, 3, 2, 0),
            new FrameSummary(FrameType.WNDINC, 0, 3, 4, 256),
            new FrameSummary(FrameType.GOAWAY, 0, 0, 9, 0)),
        wire.events(Event.FrameReceived.class).stream().map(Event.FrameReceived::frame).toList());
  }

  @Test
  void tellsOfFramesThatAreSent() {
    Wire wire = new Wire(Role.CLIENT, TOLD);
    EngineStream stream = wire.open();
    wire.write(stream, "hello");
    wire.engine.finish(stream);
    wire.engine.goAway(0, ByteBuffer.allocate(0));
    wire.sent();
    assertEquals(
        List.of(
            new FrameSummary(FrameType.SYN, 0, 3, 0, 0),
            new FrameSummary(FrameType.GOAWAY, 0, 0, 8, 0),
            new FrameSummary(FrameType.DATA, 1, 3, 5, 0)),
        wire.events(Event.FrameSent.class).stream().map(Event.FrameSent::frame).toList());
  }

  @Test
  void tellsOfAFrameBeforeWhatItBringsAbout() {
    Wire wire = new Wire(Role.SERVER, TOLD);
    wire.receive(Wire.syn(3));
    assertEquals(
        List.of(Event.FrameReceived.class, Event.Acceptable.class),
        wire.events().stream().map(Object::getClass).toList());
  }

  @Test
  void tellsOfNoFrameUnlessAsked() {
    Wire wire = Wire.server();
    wire.receive(Wire.syn(3), Wire.rst(3, 7));
    wire.sent();
    assertEquals(List.of(), wire.events(Event.FrameReceived.class));
  }

  @Test
  void tellsOfNoFrameWithAWrongHeader() {
    Wire wire = new Wire(Role.SERVER, TOLD);
    wire.receiveHex("00 03 00 02 00 00 00 03"); // RST of 3 octets
    assertEquals(List.of(), wire.events(Event.FrameReceived.class));
  }
}
