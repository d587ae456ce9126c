package org.muxado.tck.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muxado.vectors.wire.WireFrame;

/**
 * Everything that happened in one case, in the order in which the kit saw it. Written and read by
 * the thread that plays the case; any thread may render it meanwhile.
 */
public final class Transcript {

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Integer, String> remarks = new HashMap<>();

  /** Adds a frame. */
  public synchronized Entry frame(Origin origin, WireFrame frame) {
    return add(new Entry(entries.size(), origin, frame, ""));
  }

  /** Adds something that is no frame. */
  public synchronized Entry event(Origin origin, String text) {
    return add(new Entry(entries.size(), origin, null, text));
  }

  private Entry add(Entry entry) {
    entries.add(entry);
    return entry;
  }

  /** Says something of an entry, such as {@code heartbeat}; shown behind it. */
  public synchronized void remark(Entry entry, String remark) {
    remarks.merge(entry.index(), remark, (old, added) -> old + "; " + added);
  }

  /** How many entries there are: the index of the next one. */
  public synchronized int size() {
    return entries.size();
  }

  /** The entries from an index on and before another; either may lie behind the last one. */
  public synchronized List<Entry> between(int from, int to) {
    int end = Math.min(to, entries.size());
    return entries.subList(Math.min(from, end), end);
  }

  /** The entries as text for people, of bounded size: it says what it leaves out. */
  public synchronized String render() {
    return TranscriptText.of(entries, remarks);
  }
}
