package org.muxado.vectors.conversation;

import java.util.List;
import java.util.Set;
import org.muxado.vectors.Level;
import org.muxado.vectors.Provenance;
import org.muxado.vectors.source.Location;

/**
 * One conversation.
 *
 * @param id unique, {@code folder/name}
 * @param title one line that says what is shown
 * @param requirements the ids of the rules that it tests, at least one
 * @param level how much a failure weighs
 * @param role the side that the implementation plays
 * @param needs the capabilities without which the case is skipped
 * @param options the settings of the session
 * @param wireCapacity octets that the wire holds from the implementation before its writes block
 * @param echo whether the standing echo stream stands
 * @param chunkings the ways of cutting the kit's octets with which the case runs
 * @param catches the seeded faults that this case must catch
 * @param provenance where the case comes from
 * @param intent why it matters and what to do on a failure; may be empty
 * @param preparation how many of the steps only lead up to the case: a failure there shows none of
 *     the rules broken
 * @param steps what happens, in order, at least one
 * @param never what must not happen, judged over the whole transcript
 * @param at where it stands
 */
public record Conversation(
    String id,
    String title,
    List<String> requirements,
    Level level,
    Side role,
    Set<String> needs,
    SessionOptions options,
    int wireCapacity,
    boolean echo,
    Set<Chunking> chunkings,
    List<String> catches,
    Provenance provenance,
    String intent,
    int preparation,
    List<Step> steps,
    List<Never> never,
    Location at) {

  /** The side that the implementation plays. */
  public enum Side {
    CLIENT,
    SERVER,
    /** The case runs twice. */
    BOTH
  }

  /** How the octets that the kit sends are cut into writes. */
  public enum Chunking {
    /** One write for each send step. */
    WHOLE,
    /** One octet at a time. */
    OCTETS,
    /** Each frame cut inside its header and inside its payload. */
    SPLIT_HEADERS,
    /** Consecutive send steps in one write. */
    COALESCED
  }
}
