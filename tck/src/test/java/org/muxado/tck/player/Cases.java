package org.muxado.tck.player;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.Role;
import org.muxado.tck.transcript.Transcript;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.conversation.Action.FenceKind;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.Conversation.Chunking;
import org.muxado.vectors.conversation.ConversationReader;
import org.muxado.vectors.source.YamlSource;

/** Conversations for tests, written with their steps alone. */
final class Cases {

  static final FenceTrials ALL_FENCES =
      new FenceTrials(Set.of(FenceKind.values()), List.of(), Verdict.FAIL);

  private Cases() {}

  /** A conversation with these steps, each one line of YAML. */
  static Conversation of(String... steps) {
    return withHead("", steps);
  }

  /** A conversation of which only a SHOULD hangs. */
  static Conversation should(String... steps) {
    return withHead("level: SHOULD", steps);
  }

  /** A conversation with further fields, such as {@code "echo: false"}. */
  static Conversation withHead(String head, String... steps) {
    String fields = head.contains("level:") ? head : "level: MUST\n" + head;
    String headLines = "    " + fields.strip().replace("\n", "\n    ") + "\n";
    String text =
        """
        conversations:
          - id: test/case
            title: A case of a test
            requirements: [LIFE-1]
            role: both
            catches: [anything]
            provenance: {kind: spec, ref: here}
        """
            + headLines
            + "    steps:\n      - "
            + String.join("\n      - ", steps)
            + "\n";
    return ConversationReader.read(YamlSource.parse("test.yaml", text)).get(0);
  }

  /** Plays as client, in whole chunks. */
  static Played play(Implementation implementation, Conversation conversation) {
    return play(implementation, conversation, Role.CLIENT, Chunking.WHOLE);
  }

  static Played play(
      Implementation implementation, Conversation conversation, Role role, Chunking chunking) {
    return play(player(implementation, 300), conversation, role, chunking, new CallWatch());
  }

  /** Plays with a watchdog that waits long enough for a busy machine. */
  static Played playPatiently(
      Implementation implementation, Conversation conversation, Role role, Chunking chunking) {
    return playPatiently(implementation, conversation, role, chunking, new CallWatch());
  }

  static Played playPatiently(
      Implementation implementation,
      Conversation conversation,
      Role role,
      Chunking chunking,
      CallWatch watch) {
    return play(player(implementation, 20_000), conversation, role, chunking, watch);
  }

  private static Played play(
      Player player, Conversation conversation, Role role, Chunking chunking, CallWatch watch) {
    return player.play(conversation, role, chunking, new Transcript(), watch);
  }

  private static Player player(Implementation implementation, long watchdogMillis) {
    return new Player(
        implementation, new Rules(), ALL_FENCES, TimeUnit.MILLISECONDS.toNanos(watchdogMillis));
  }

  /** Every rule is a MUST. */
  private static final class Rules implements RuleBook {
    @Override
    public boolean isMust(String requirement) {
      return true;
    }

    @Override
    public String text(String requirement) {
      return "rule " + requirement;
    }
  }

  /** What went wrong, one line for each failure. */
  static List<String> lines(Played played) {
    return played.failures().stream()
        .map(f -> f.verdict() + " at " + f.at() + ": " + f.expected() + " | " + f.actual())
        .toList();
  }
}
