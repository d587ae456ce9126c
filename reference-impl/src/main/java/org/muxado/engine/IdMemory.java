package org.muxado.engine;

import java.util.LinkedHashSet;

/** The last stream ids of some kind, in bounded memory (LIFE-31, LIFE-32). Not thread-safe. */
final class IdMemory {

  private final int capacity;
  private final LinkedHashSet<Integer> ids = new LinkedHashSet<>();

  IdMemory(int capacity) {
    this.capacity = capacity;
  }

  /** Adds an id, and forgets the oldest if there are too many. */
  void add(int id) {
    ids.add(id);
    if (ids.size() > capacity) {
      ids.remove(ids.iterator().next());
    }
  }

  boolean contains(int id) {
    return ids.contains(id);
  }
}
