package org.muxado.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muxado.cli.exit.UserException;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.KitSettings;
import org.muxado.vectors.conversation.Conversation.Chunking;
import picocli.CommandLine.Option;

/** The options that say how cases are run. */
final class RunOptions {

  /** Cases that fail mostly wait: seconds for what does not come, at no cost. */
  private static final int JOBS_PER_PROCESSOR = 4;

  private static final int MOST_JOBS = 8;

  @Option(
      names = "--chunking",
      paramLabel = "NAME",
      split = ",",
      description = "Only these ways of cutting what the kit sends: ${COMPLETION-CANDIDATES}.")
  private Set<Chunking> chunkings = EnumSet.allOf(Chunking.class);

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "Run each case N times.")
  private int repeat;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Run the cases in a random order, which N decides.")
  private @Nullable Long seed;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "Run N cases at once. Unless given, 4 for each processor, but at most 8; with --seed, 1.")
  private @Nullable Integer jobs;

  @Option(
      names = "--time-factor",
      paramLabel = "F",
      defaultValue = "1",
      description = "Wait F times as long before something counts as hung (5 seconds at 1).")
  private double timeFactor;

  @Option(
      names = "--max-failures",
      paramLabel = "N",
      description = "Stop after N cases that failed unexpectedly, and sum up.")
  private int maxFailures = Integer.MAX_VALUE;

  /** After how many cases that failed unexpectedly the run stops. */
  int maxFailures() {
    return maxFailures;
  }

  /** The settings for the kit. */
  KitSettings settings() {
    if (!(timeFactor > 0) || timeFactor > 1000) {
      throw new UserException("--time-factor " + timeFactor + ": expected more than 0, up to 1000");
    }
    return new KitSettings(timeFactor, chunkings);
  }

  /** How many cases run at once. */
  int jobs() {
    if (jobs != null) {
      return jobs;
    }
    return seed != null ? 1 : Math.min(MOST_JOBS, JOBS_PER_PROCESSOR * processors());
  }

  /** The cases in the order in which they are to be run, once for each round. */
  List<List<KitCase>> rounds(List<KitCase> cases) {
    requireAtLeastOne("--repeat", repeat);
    requireAtLeastOne("--jobs", jobs());
    requireAtLeastOne("--max-failures", maxFailures);
    Random random = seed == null ? null : new Random(seed);
    List<List<KitCase>> rounds = new ArrayList<>();
    for (int i = 0; i < repeat; i++) {
      List<KitCase> round = new ArrayList<>(cases);
      if (random != null) {
        Collections.shuffle(round, random);
      }
      rounds.add(round);
    }
    return rounds;
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static void requireAtLeastOne(String option, int value) {
    if (value < 1) {
      throw new UserException(option + " " + value + ": expected 1 or more");
    }
  }
}
