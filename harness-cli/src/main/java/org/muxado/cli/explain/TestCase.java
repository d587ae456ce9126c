package org.muxado.cli.explain;

import java.util.List;
import java.util.Set;
import org.muxado.vectors.Level;
import org.muxado.vectors.Provenance;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.frame.FrameVector;
import org.muxado.vectors.source.Location;

/**
 * What a frame vector and a conversation have in common, for people.
 *
 * @param id unique; the kit adds a role, or for frame vectors a direction
 * @param title one line
 * @param what which sort of case it is, and what it plays
 * @param intent why it matters; may be empty
 * @param requirements the ids of the rules that it tests
 * @param level how much a failure weighs
 * @param needs the capabilities without which it is skipped
 * @param catches the wrong implementations that it must catch
 * @param provenance where it comes from
 * @param at where it stands
 */
public record TestCase(
    String id,
    String title,
    String what,
    String intent,
    List<String> requirements,
    Level level,
    Set<String> needs,
    List<String> catches,
    Provenance provenance,
    Location at) {

  static TestCase of(FrameVector vector) {
    return new TestCase(
        "frames/" + vector.id(),
        vector.title(),
        "frame vector, to " + directions(vector),
        "",
        vector.requirements(),
        vector.level(),
        Set.of(),
        vector.catches(),
        vector.provenance(),
        vector.at());
  }

  private static String directions(FrameVector vector) {
    return switch (vector.kind()) {
      case DECODE -> "decode";
      case ENCODE -> "encode";
      case BOTH -> "decode and encode";
    };
  }

  static TestCase of(Conversation conversation) {
    return new TestCase(
        conversation.id(),
        conversation.title(),
        conversation.steps().size() + " steps, for " + sides(conversation),
        conversation.intent(),
        conversation.requirements(),
        conversation.level(),
        conversation.needs(),
        conversation.catches(),
        conversation.provenance(),
        conversation.at());
  }

  private static String sides(Conversation conversation) {
    return switch (conversation.role()) {
      case CLIENT -> "a client";
      case SERVER -> "a server";
      case BOTH -> "a client and for a server";
    };
  }

  /** The pattern that names every run of the case. */
  public String pattern() {
    return id.startsWith("frames/") ? id + "/*" : id;
  }
}
