package org.muxado.tck.suite;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muxado.tck.wire.MemoryWire;
import org.muxado.vectors.conversation.Action;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.Conversation.Chunking;
import org.muxado.vectors.conversation.Conversation.Side;
import org.muxado.vectors.conversation.Expectation;
import org.muxado.vectors.conversation.SendItem;
import org.muxado.vectors.conversation.SessionOptions;
import org.muxado.vectors.conversation.Step;
import org.muxado.vectors.frame.FrameVector;

/**
 * Makes conversations of frame vectors that end in a session error: the octets go to a server, just
 * as many as decide the error, and the session error must come. Stateless.
 */
final class WireVector {

  private WireVector() {}

  /** The conversation, or empty for a vector without an error. */
  static Optional<Conversation> conversation(FrameVector vector) {
    return Optional.ofNullable(vector.error()).map(error -> conversation(vector, error));
  }

  private static Conversation conversation(FrameVector vector, FrameVector.SessionError error) {
    byte[] octets = Arrays.copyOf(vector.octets(), error.decidedAfter());
    SendItem item = new SendItem.Raw(octets);
    Action send = new Action.Send(List.of(item), 1);
    Action expect = new Action.Expect(new Expectation.SessionError(error.codes()), 1);
    return new Conversation(
        "frames/" + vector.id() + "/wire",
        vector.title(),
        vector.requirements(),
        vector.level(),
        Side.SERVER,
        Set.of(),
        SessionOptions.DEFAULTS,
        MemoryWire.DEFAULT_CAPACITY_OCTETS,
        false,
        EnumSet.allOf(Chunking.class),
        vector.catches(),
        vector.provenance(),
        "",
        0,
        List.of(
            new Step(1, send, vector.level(), null, vector.at()),
            new Step(2, expect, vector.level(), null, vector.at())),
        List.of(),
        vector.at());
  }
}
