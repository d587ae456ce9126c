package org.muxado.engine;

import java.util.Map;
import java.util.TreeMap;

/**
 * Ids of one side's streams, added in ascending order and kept as runs without a gap: a flood of
 * them takes the memory of one. Keeps the last runs (LIFE-31, LIFE-32). Not thread-safe.
 */
final class IdRuns {

  private static final int STEP = 2;

  private final int capacity;

  /** The last id of each run, by its first. */
  private final TreeMap<Integer, Integer> runs = new TreeMap<>();

  IdRuns(int capacity) {
    this.capacity = capacity;
  }

  /** Adds an id above all that were added, and forgets the oldest run if there are too many. */
  void add(int id) {
    Map.Entry<Integer, Integer> latest = runs.lastEntry();
    boolean goesOn = latest != null && latest.getValue() == id - STEP;
    runs.put(goesOn ? latest.getKey() : id, id);
    if (runs.size() > capacity) {
      runs.pollFirstEntry();
    }
  }

  boolean contains(int id) {
    Map.Entry<Integer, Integer> run = runs.floorEntry(id);
    return run != null && id <= run.getValue() && (id - run.getKey()) % STEP == 0;
  }
}
