package org.muxado.adapter.faults;

import java.util.Map;

/** The faults of {@code vectors/faults.yaml} that are not planted, and why. */
final class NotPlanted {

  private static final String INSIDE = "lies between what the wire and the calls show: ";

  /** The reasons, by id. */
  static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("accepts-after-goaway", INSIDE + "the library hands nothing over by then"),
          Map.entry("backlog-drops-oldest", INSIDE + "a waiting stream cannot be taken away"),
          Map.entry("closed-stream-kept-open", INSIDE + "a closed stream cannot be kept"),
          Map.entry("code-sign-extended", "codes are 32-bit ints in the kit's interface"),
          Map.entry("code-signed", "codes are 32-bit ints in the kit's interface"),
          Map.entry("deadline-counts-from-opening", INSIDE + "the heartbeat's timer"),
          Map.entry("deadline-starts-when-written", INSIDE + "the heartbeat's timer"),
          Map.entry("deep-buffer-before-scheduler", INSIDE + "where DATA waits"),
          Map.entry("dropped-syn-still-sent", INSIDE + "a SYN that was dropped is not there"),
          Map.entry("equals-first-come-first-served", INSIDE + "where DATA waits"),
          Map.entry("goaway-cuts-syn", INSIDE + "the library finishes a write that it began"),
          Map.entry("good-frames-lost", "frames go through the planted rewrites one by one"),
          Map.entry("header-read-past-end", "frames go through the planted rewrites whole"),
          Map.entry("rst-for-unsent-syn", INSIDE + "a SYN that was dropped is not there"));

  private NotPlanted() {}
}
