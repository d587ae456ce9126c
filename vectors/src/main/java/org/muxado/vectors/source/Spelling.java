package org.muxado.vectors.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the word that somebody meant. Stateless. */
public final class Spelling {

  private static final int MOST_EDITS = 2;
  private static final int LEAST_LETTERS = 3;

  private Spelling() {}

  /**
   * The one known word that begins so, or the one that differs least, by two letters at most and by
   * no more than a third of them; empty if none does, and for words of fewer than three letters.
   */
  public static Optional<String> closest(String word, Collection<String> known) {
    if (word.length() < LEAST_LETTERS) {
      return Optional.empty();
    }
    List<String> longer = known.stream().filter(other -> other.startsWith(word)).toList();
    if (longer.size() == 1) {
      return Optional.of(longer.get(0));
    }
    int mostEdits = Math.min(MOST_EDITS, word.length() / 3);
    return known.stream()
        .filter(other -> edits(word, other) <= mostEdits)
        .min(
            Comparator.comparingInt((String other) -> edits(word, other))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters must be put in, left out, changed or swapped with the next one. */
  private static int edits(String one, String other) {
    int[][] edits = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : edits(one, i, other, j, edits);
      }
    }
    return edits[one.length()][other.length()];
  }

  private static int edits(String one, int i, String other, int j, int[][] edits) {
    boolean isSame = one.charAt(i - 1) == other.charAt(j - 1);
    int least = edits[i - 1][j - 1] + (isSame ? 0 : 1);
    least = Math.min(least, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean isSwapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return isSwapped ? Math.min(least, 1 + edits[i - 2][j - 2]) : least;
  }
}
