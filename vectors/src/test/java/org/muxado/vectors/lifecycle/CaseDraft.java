package org.muxado.vectors.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A conversation while it is written, and its text in the end. For one thread. */
final class CaseDraft {

  private final String id;
  private final String title;
  private final String intent;
  private final Set<String> requirements = new LinkedHashSet<>();
  private final Set<String> needs = new TreeSet<>();
  private final Set<String> catches = new LinkedHashSet<>();
  private final List<String> steps = new ArrayList<>();
  private final List<String> never = new ArrayList<>();
  private String settings = "role: both";
  private int preparation;

  CaseDraft(String id, String title, String intent) {
    this.id = id;
    this.title = title;
    this.intent = intent;
  }

  void require(Collection<String> rules) {
    requirements.addAll(rules);
  }

  void need(String capability) {
    needs.add(capability);
  }

  void catchFault(String fault) {
    catches.add(fault);
  }

  /** Plays the client alone, whose first stream has this id. */
  void clientFrom(int firstId) {
    settings = "role: client\n  options: {first-id: " + firstId + "}";
  }

  /** Adds a step; {@code $} stands for the stream. */
  void step(String text, String stream) {
    steps.add(text.replace("$", stream));
  }

  /** All steps so far only lead up to the case. */
  void prepared() {
    preparation = steps.size();
  }

  /** Adds a rule over the whole transcript; {@code $} stands for the stream. */
  void never(String text, String stream) {
    never.add(text.replace("$", stream));
  }

  /** The conversation as an item of a YAML list. */
  String render() {
    StringBuilder text = new StringBuilder();
    text.append("- id: ").append(id).append('\n');
    field(text, "title", '"' + title + '"');
    field(text, "requirements", requirements.toString());
    field(text, "level", "MUST");
    text.append("  ").append(settings).append('\n');
    if (!needs.isEmpty()) {
      field(text, "needs", needs.toString());
    }
    field(text, "catches", catches.toString());
    field(text, "provenance", "{kind: spec, ref: \"section 9.2, Table 4\"}");
    field(text, "intent", '"' + intent + '"');
    field(text, "preparation", String.valueOf(preparation));
    list(text, "steps", steps);
    list(text, "never", never);
    return text.toString();
  }

  private static void field(StringBuilder text, String name, String value) {
    text.append("  ").append(name).append(": ").append(value).append('\n');
  }

  private static void list(StringBuilder text, String name, List<String> items) {
    if (!items.isEmpty()) {
      text.append("  ").append(name).append(":\n");
      items.forEach(item -> text.append("  - ").append(item).append('\n'));
    }
  }
}
