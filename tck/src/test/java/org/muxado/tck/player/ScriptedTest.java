package org.muxado.tck.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.tck.broken.ScriptedImplementation;
import org.muxado.tck.spi.Role;
import org.muxado.tck.toy.ToyImplementation;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.Conversation.Chunking;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;

/** What the player does when frames cross each other, and with what is only recommended. */
@Timeout(20)
class ScriptedTest {

  private static final Conversation OVERFLOW =
      Cases.withHead(
          "echo: false",
          "send: {SYN: {stream: p}}",
          "send: {DATA: {stream: p, size: 1, beyond: window}}",
          "expect: {RST: {stream: p, code: FLOW_CONTROL_ERROR}}");

  private static Played play(ScriptedImplementation.Script script, Conversation conversation) {
    ScriptedImplementation scripted = new ScriptedImplementation(script);
    return Cases.play(scripted, conversation, Role.SERVER, Chunking.WHOLE);
  }

  /** Grants once, when 65,536 octets have come; then judges the window. */
  private static final class LateGrant implements ScriptedImplementation.Script {

    private long window = 65_536;
    private boolean granted;

    @Override
    public List<Frame> answer(Frame frame) {
      if (!(frame instanceof Frame.Data data)) {
        return List.of();
      }
      window -= data.payload().length;
      if (window <= 0 && !granted) {
        granted = true;
        window += 1000;
        return List.of(new Frame.WndInc(data.stream(), 1000));
      }
      return window < 0
          ? List.of(new Frame.Rst(data.stream(), ErrorCodes.FLOW_CONTROL_ERROR))
          : List.of();
    }
  }

  @Test
  void sendsMoreWhenAGrantCrossesTheOverflow() {
    ScriptedImplementation scripted = new ScriptedImplementation(new LateGrant());
    Played played = Cases.playPatiently(scripted, OVERFLOW, Role.SERVER, Chunking.WHOLE);
    assertEquals(List.of(), Cases.lines(played));
  }

  @Test
  void givesUpOnAReceiverThatGrantsForEver() {
    Played played =
        play(
            frame ->
                frame instanceof Frame.Data data && data.payload().length > 0
                    ? List.of(new Frame.WndInc(data.stream(), 100_000))
                    : List.of(),
            OVERFLOW);
    assertTrue(Cases.lines(played).get(0).startsWith("HUNG at step 3: RST stream 3 (p)"));
  }

  @Test
  void aSessionErrorMayFollowResetsAndNothingElse() {
    Conversation conversation =
        Cases.withHead(
            "echo: false", "send: {SYN: {stream: p}}", "expect: {session-error: [PROTOCOL_ERROR]}");
    Frame goAway = new Frame.GoAway(0, ErrorCodes.PROTOCOL_ERROR, new byte[0]);
    Frame rst = new Frame.Rst(3, ErrorCodes.CANCEL);
    Frame wndInc = new Frame.WndInc(3, 5);
    assertTrue(
        Cases.lines(
                play(f -> f instanceof Frame.Syn ? List.of(goAway, rst) : List.of(), conversation))
            .get(0)
            .contains("the end of the implementation's output | RST stream 3"));
    assertTrue(
        Cases.lines(
                play(f -> f instanceof Frame.Syn ? List.of(wndInc, rst) : List.of(), conversation))
            .get(0)
            .startsWith("HUNG at step 2: GOAWAY PROTOCOL_ERROR"));
  }

  @Test
  void theMonitorsFindingsDoNotHideTheCase() {
    Conversation conversation =
        Cases.withHead("echo: false", "send: {SYN: {stream: p}}", "expect: {RST: {}}");
    Played played =
        play(
            f -> f instanceof Frame.Syn ? List.of(new Frame.WndInc(3, 0)) : List.of(),
            conversation);
    List<String> lines = Cases.lines(played);
    assertEquals(2, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("HUNG at step 2"), lines::toString);
    assertTrue(lines.get(1).startsWith("FAIL at monitor: rule WND-2"), lines::toString);
  }

  @Test
  void aRecommendationThatIsNotFollowedDoesNotHang() {
    Conversation conversation = Cases.should("expect: {RST: {}}");
    Played played = Cases.play(new ToyImplementation(), conversation);
    List<String> lines = Cases.lines(played);
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("NON_STRICT at step 1: RST | nothing for"), lines::toString);
    assertTrue(lines.get(0).endsWith(", though it answers"), lines::toString);
  }

  @Test
  void aRecommendationDoesNotExcuseAHang() {
    Conversation conversation = Cases.should("app: {accept: s}");
    Played played = play(f -> List.of(), conversation);
    assertTrue(Cases.lines(played).get(0).startsWith("HUNG at start"), played::transcript);
  }
}
