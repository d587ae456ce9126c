package org.muxado.tck.suite;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.Role;
import org.muxado.vectors.Level;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.conversation.SessionOptions;

/**
 * A conversation, played by an implementation in one role.
 *
 * @param id the conversation's id, with {@code @client} or {@code @server} behind it where it is
 *     played in both roles
 * @param conversation what happens
 * @param role the side of the implementation
 */
public record ConversationCase(String id, Conversation conversation, Role role) implements KitCase {

  /** The cases that a conversation makes: one for each role. */
  static List<KitCase> of(Conversation conversation) {
    return switch (conversation.role()) {
      case CLIENT -> List.of(new ConversationCase(conversation.id(), conversation, Role.CLIENT));
      case SERVER -> List.of(new ConversationCase(conversation.id(), conversation, Role.SERVER));
      case BOTH ->
          List.of(
              new ConversationCase(conversation.id() + "@client", conversation, Role.CLIENT),
              new ConversationCase(conversation.id() + "@server", conversation, Role.SERVER));
    };
  }

  @Override
  public String title() {
    return conversation.title();
  }

  @Override
  public String intent() {
    return conversation.intent();
  }

  @Override
  public List<String> requirements() {
    return conversation.requirements();
  }

  @Override
  public Level level() {
    return conversation.level();
  }

  @Override
  public List<String> catches() {
    return conversation.catches();
  }

  /** What the conversation names, and what its settings need. */
  @Override
  public Set<Capability> needs() {
    Set<Capability> needs = EnumSet.noneOf(Capability.class);
    conversation.needs().forEach(name -> needs.add(Capability.valueOf(name)));
    SessionOptions options = conversation.options();
    addIf(options.backlog() != SessionOptions.DEFAULTS.backlog(), Capability.BACKLOG, needs);
    addIf(options.heartbeat() != null, Capability.HEARTBEAT, needs);
    addIf(!options.extensions().isEmpty(), Capability.EXTENSIONS, needs);
    addIf(options.pri(), Capability.PRI, needs);
    addIf(options.quirks(), Capability.QUIRKS, needs);
    addIf(options.firstId() != 0, Capability.FIRST_STREAM_ID, needs);
    addIf(!options.limits().isEmpty(), Capability.LIMITS, needs);
    addIf(options.clock(), Capability.CLOCK, needs);
    return needs;
  }

  private static void addIf(boolean needed, Capability capability, Set<Capability> needs) {
    if (needed) {
      needs.add(capability);
    }
  }

  /** The id. */
  @Override
  public String toString() {
    return id;
  }
}
