package org.muxado.vectors.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody meant. Stateless. */
public final class Spelling {

  private static final int MOST_EDITS = 2;

  private Spelling() {}

  /** The known word that differs least, by two letters at most; empty if none does. */
  public static Optional<String> closest(String word, Collection<String> known) {
    int mostEdits = Math.min(MOST_EDITS, word.length() / 2);
    return known.stream()
        .filter(other -> edits(word, other) <= mostEdits)
        .min(
            Comparator.comparingInt((String other) -> edits(word, other))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters must be put in, left out or changed to make one word of the other. */
  private static int edits(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    return before[other.length()];
  }
}
