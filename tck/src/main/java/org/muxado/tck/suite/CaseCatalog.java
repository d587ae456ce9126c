package org.muxado.tck.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muxado.tck.expect.CasePattern;
import org.muxado.vectors.Vectors;
import org.muxado.vectors.frame.FrameVector;

/** All cases of the kit, by id. Immutable. */
public final class CaseCatalog {

  private final Map<String, KitCase> cases;

  private CaseCatalog(Map<String, KitCase> cases) {
    this.cases = cases;
  }

  /** The cases that come with the kit. */
  public static CaseCatalog packaged() {
    return of(Vectors.packaged());
  }

  /**
   * The cases that vectors make.
   *
   * @throws IllegalArgumentException if two have the same id
   */
  public static CaseCatalog of(Vectors vectors) {
    List<KitCase> all = new ArrayList<>();
    vectors.frames().forEach(vector -> addVector(vector, all));
    vectors.conversations().forEach(c -> all.addAll(ConversationCase.of(c)));
    Map<String, KitCase> byId = new LinkedHashMap<>();
    for (KitCase kitCase : all) {
      if (byId.put(kitCase.id(), kitCase) != null) {
        throw new IllegalArgumentException("two cases have the id " + kitCase.id());
      }
    }
    return new CaseCatalog(byId);
  }

  private static void addVector(FrameVector vector, List<KitCase> all) {
    if (vector.decodes()) {
      all.add(new CodecCase(vector, CodecCase.Direction.DECODE));
    }
    if (vector.encodes()) {
      all.add(new CodecCase(vector, CodecCase.Direction.ENCODE));
    }
    WireVector.conversation(vector).ifPresent(c -> all.addAll(ConversationCase.of(c)));
  }

  /** All cases, in the order of the files. */
  public List<KitCase> cases() {
    return List.copyOf(cases.values());
  }

  /** The ids of all cases. */
  public List<String> ids() {
    return List.copyOf(cases.keySet());
  }

  /** The case of this id. */
  public Optional<KitCase> find(String id) {
    return Optional.ofNullable(cases.get(id));
  }

  /** The cases that a pattern names; empty if there are none. */
  public List<KitCase> select(CasePattern pattern) {
    return cases.values().stream().filter(c -> pattern.matches(c.id())).toList();
  }
}
