package org.muxado.vectors.conversation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muxado.vectors.CommonFields;
import org.muxado.vectors.Level;
import org.muxado.vectors.conversation.Conversation.Chunking;
import org.muxado.vectors.source.Fields;
import org.muxado.vectors.source.Node;
import org.muxado.vectors.source.Values;

/** Reads a file of conversations. Stateless. */
public final class ConversationReader {

  private static final int DEFAULT_WIRE_CAPACITY = 1 << 20;

  private ConversationReader() {}

  /** The field that holds the conversations of a file. */
  public static final String ROOT = "conversations";

  /**
   * Reads a file.
   *
   * @param root its content
   * @throws org.muxado.vectors.source.FormatException with everything that is wrong
   */
  public static List<Conversation> read(Node root) {
    Fields fields = Fields.of(root, "a map with \"" + ROOT + "\"");
    List<Conversation> conversations = new ArrayList<>();
    Values.each(Values.items(fields.get(ROOT)), node -> conversations.add(conversation(node)));
    fields.end();
    return List.copyOf(conversations);
  }

  private static Conversation conversation(Node node) {
    Fields fields = Fields.of(node, "a conversation");
    String id = fields.text("id");
    String title = fields.text("title");
    List<String> requirements = CommonFields.requirements(fields);
    Level level = Values.constant(fields.get("level"), Level.class);
    Conversation conversation =
        new Conversation(
            id,
            title,
            requirements,
            level,
            Values.constant(fields.get("role"), Conversation.Side.class),
            Set.copyOf(fields.texts("needs")),
            options(fields),
            wireCapacity(fields),
            fields.flag("echo", true),
            chunkings(fields),
            fields.texts("catches"),
            CommonFields.provenance(fields),
            fields.has("intent") ? fields.text("intent").strip() : "",
            preparation(fields),
            steps(fields, level),
            never(fields, level),
            fields.at());
    fields.end();
    return conversation;
  }

  private static SessionOptions options(Fields outer) {
    if (!outer.has("options")) {
      return SessionOptions.DEFAULTS;
    }
    Fields fields = Fields.of(outer.get("options"), "session options");
    Set<Integer> extensions = new HashSet<>();
    fields
        .find("extensions")
        .ifPresent(n -> Values.items(n).forEach(type -> extensions.add(Values.unsigned(type))));
    SessionOptions options =
        new SessionOptions(
            fields.find("backlog").map(n -> Values.number(n, 1, 1 << 20)).orElse(100),
            fields.find("heartbeat").map(ConversationReader::heartbeat).orElse(null),
            Set.copyOf(extensions),
            fields.flag("pri"),
            fields.flag("quirks"),
            fields.number("first-id", 0),
            fields.find("limits").map(ConversationReader::limits).orElse(Map.of()),
            fields.flag("clock"));
    fields.end();
    return options;
  }

  private static SessionOptions.Heartbeat heartbeat(Node node) {
    Fields fields = Fields.of(node, "interval and tolerance in milliseconds");
    SessionOptions.Heartbeat heartbeat =
        new SessionOptions.Heartbeat(
            Values.number(fields.get("interval"), 1, Integer.MAX_VALUE),
            Values.number(fields.get("tolerance"), 1, Integer.MAX_VALUE));
    fields.end();
    return heartbeat;
  }

  private static Map<Limit, Integer> limits(Node node) {
    Fields fields = Fields.of(node, "limits, times in milliseconds");
    Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.values()) {
      fields
          .find(limit.fieldName())
          .ifPresent(n -> limits.put(limit, Values.number(n, 1, Integer.MAX_VALUE)));
    }
    fields.end();
    return Map.copyOf(limits);
  }

  private static int wireCapacity(Fields outer) {
    if (!outer.has("wire")) {
      return DEFAULT_WIRE_CAPACITY;
    }
    Fields fields = Fields.of(outer.get("wire"), "{capacity: octets}");
    int capacity = Values.number(fields.get("capacity"), 1, 1 << 30);
    fields.end();
    return capacity;
  }

  private static Set<Chunking> chunkings(Fields fields) {
    Set<Chunking> chunkings = EnumSet.noneOf(Chunking.class);
    fields
        .find("chunkings")
        .ifPresent(
            n -> Values.items(n).forEach(c -> chunkings.add(Values.constant(c, Chunking.class))));
    return Set.copyOf(chunkings.isEmpty() ? EnumSet.allOf(Chunking.class) : chunkings);
  }

  private static List<Step> steps(Fields fields, Level level) {
    List<Node> nodes = Values.items(fields.get("steps"));
    if (nodes.isEmpty()) {
      throw fields.get("steps").expected("at least one step");
    }
    List<Step> steps = new ArrayList<>();
    Values.each(nodes, node -> steps.add(StepReader.read(steps.size() + 1, node, level)));
    return List.copyOf(steps);
  }

  /** At least one step is left for the case itself. */
  private static int preparation(Fields fields) {
    int preparation = fields.number("preparation", 0);
    int stepCount = Values.items(fields.get("steps")).size();
    if (preparation > 0 && preparation >= stepCount) {
      throw fields.get("preparation").expected("a number of steps below " + stepCount);
    }
    return preparation;
  }

  private static List<Never> never(Fields fields, Level level) {
    List<Never> never = new ArrayList<>();
    fields
        .find("never")
        .ifPresent(n -> Values.each(Values.items(n), node -> never.add(never(node, level))));
    return List.copyOf(never);
  }

  private static Never never(Node node, Level level) {
    Fields fields = Fields.of(node, "a pattern that must not occur");
    Pattern pattern = PatternReader.among(fields);
    fields.find("unless").ifPresent(n -> Values.word(n, "fence"));
    boolean inOctets = fields.has("more-than-octets");
    int moreThan = fields.number(inOctets ? "more-than-octets" : "more-than", 0);
    Never never =
        new Never(
            pattern,
            Terms.optionalName(fields, "after"),
            Terms.optionalName(fields, "until"),
            fields.has("unless"),
            moreThan,
            inOctets,
            Terms.level(fields, level),
            fields.at());
    fields.end();
    return never;
  }
}
