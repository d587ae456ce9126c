package org.muxado.tck.suite;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muxado.tck.player.CallWatch;
import org.muxado.tck.player.Played;
import org.muxado.tck.player.Player;
import org.muxado.tck.transcript.Transcript;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.Conversation.Chunking;

/** Plays one conversation in each of its chunkings that the settings name. */
final class ConversationRun {

  /** After these, another chunking would only cost time. */
  private static final Set<Verdict> FINAL =
      Set.of(Verdict.UNIMPLEMENTED, Verdict.HUNG, Verdict.CRASHED, Verdict.KIT_ERROR);

  private final Player player;
  private final Supervisor supervisor;
  private final KitSettings settings;

  ConversationRun(Player player, Supervisor supervisor, KitSettings settings) {
    this.player = player;
    this.supervisor = supervisor;
    this.settings = settings;
  }

  void run(ConversationCase kitCase, Findings findings) {
    for (Chunking chunking : chunkings(kitCase.conversation())) {
      if (!FINAL.contains(findings.verdict())) {
        run(kitCase, chunking, findings);
      }
    }
  }

  /** At least one: what was not played must not pass. */
  private Set<Chunking> chunkings(Conversation conversation) {
    EnumSet<Chunking> own = EnumSet.copyOf(conversation.chunkings());
    EnumSet<Chunking> wanted = EnumSet.copyOf(own);
    wanted.retainAll(settings.chunkings());
    return wanted.isEmpty() ? EnumSet.of(own.iterator().next()) : wanted;
  }

  private void run(ConversationCase kitCase, Chunking chunking, Findings findings) {
    CallWatch watch = new CallWatch();
    Transcript transcript = new Transcript();
    Conversation conversation = kitCase.conversation();
    List<String> chunkings = List.of(label(chunking));
    try {
      Played played =
          supervisor.run(
              () -> player.play(conversation, kitCase.role(), chunking, transcript, watch), watch);
      played.failures().forEach(f -> findings.add(f.in(chunkings), played.transcript()));
    } catch (Supervisor.StuckException e) {
      findings.add(stuck(conversation, e).in(chunkings), transcript.render());
    }
  }

  private static Failure stuck(Conversation conversation, Supervisor.StuckException e) {
    String expected = String.valueOf(e.getMessage());
    return new Failure(
        Verdict.HUNG, conversation.requirements(), "call", expected, "it does not", List.of());
  }

  private static String label(Chunking chunking) {
    return chunking.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
