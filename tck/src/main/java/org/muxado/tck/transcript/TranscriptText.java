package org.muxado.tck.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.WireFrame;

/**
 * Writes a transcript for people. Its size is bounded: a run of like entries, where DATA may differ
 * in its octets, becomes one entry and a count, and of what is still long the middle is left out.
 * Used once, by one thread.
 */
final class TranscriptText {

  private static final int FIRST_LINES = 100;
  private static final int LAST_LINES = 200;
  private static final int LINE_CHARS = 400;

  private final Map<Integer, String> remarks;
  private final List<String> lines = new ArrayList<>();
  private @Nullable Entry first;
  private @Nullable Entry last;
  private int alike;

  private TranscriptText(Map<Integer, String> remarks) {
    this.remarks = remarks;
  }

  /**
   * The text, one line for each entry that is shown.
   *
   * @param remarks what is said of entries, by their index
   */
  static String of(List<Entry> entries, Map<Integer, String> remarks) {
    TranscriptText text = new TranscriptText(remarks);
    entries.forEach(text::add);
    text.endRun();
    return text.bounded();
  }

  private void add(Entry entry) {
    if (first != null && isLike(first, entry)) {
      alike++;
    } else {
      endRun();
      lines.add(line(entry));
      first = entry;
    }
    last = entry;
  }

  /** One more takes a line in any case, and so is shown itself. */
  private void endRun() {
    if (alike == 1 && last != null) {
      lines.add(line(last));
    } else if (alike > 1) {
      lines.add(String.format(Locale.ROOT, "      … %,d more like it", alike));
    }
    alike = 0;
  }

  private boolean isLike(Entry one, Entry other) {
    WireFrame frame = one.frame();
    WireFrame otherFrame = other.frame();
    return one.origin() == other.origin()
        && one.text().equals(other.text())
        && Objects.equals(remarks.get(one.index()), remarks.get(other.index()))
        && (frame == null ? otherFrame == null : otherFrame != null && isLike(frame, otherFrame));
  }

  /** Of DATA the octets matter little; of any other frame they are what it says. */
  private static boolean isLike(WireFrame one, WireFrame other) {
    if (one.type() != FrameType.DATA.number()) {
      return one.equals(other);
    }
    int size = other.payload().length;
    return one.withPayload(other.payload()).equals(other) && one.payload().length == size;
  }

  private String line(Entry entry) {
    String what = entry.frame() == null ? entry.text() : entry.frame().toString();
    String remark = remarks.get(entry.index());
    String line = "%4d  %s  %s".formatted(entry.index(), entry.origin().label(), shortened(what));
    return remark == null ? line : line + "    # " + remark;
  }

  private static String shortened(String text) {
    return text.length() <= LINE_CHARS ? text : text.substring(0, LINE_CHARS) + "…";
  }

  private String bounded() {
    int left = lines.size() - FIRST_LINES - LAST_LINES;
    if (left <= 1) {
      return text(lines);
    }
    return text(lines.subList(0, FIRST_LINES))
        + String.format(Locale.ROOT, "      … %,d lines left out\n", left)
        + text(lines.subList(FIRST_LINES + left, lines.size()));
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
