package org.muxado.tck.player;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.clock.ManualClock;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.Role;
import org.muxado.tck.transcript.Transcript;
import org.muxado.tck.verdict.Verdict;
import org.muxado.tck.wire.MemoryWire;
import org.muxado.vectors.conversation.Action.FenceKind;
import org.muxado.vectors.conversation.Conversation.Chunking;

/** Finds out once which fences work with an implementation. Stateless. */
public final class Calibration {

  private Calibration() {}

  /**
   * Tries each kind of fence in a session of its own, as client and, if that fails, as server.
   *
   * @param watchdogNanos how long an answer may take
   * @param watch shows which call is running meanwhile
   */
  public static FenceTrials of(Implementation implementation, long watchdogNanos, CallWatch watch) {
    Scene.Setting setting =
        new Scene.Setting(MemoryWire.DEFAULT_CAPACITY_OCTETS, Chunking.WHOLE, watchdogNanos, watch);
    Set<FenceKind> working = EnumSet.noneOf(FenceKind.class);
    List<String> failures = new ArrayList<>();
    boolean lacksOperation = false;
    for (FenceKind kind : FenceKind.values()) {
      Throwable failure = failureOf(kind, Role.CLIENT, implementation, setting);
      if (failure == null || failureOf(kind, Role.SERVER, implementation, setting) == null) {
        working.add(kind);
      } else {
        failures.add(kind.name().toLowerCase(Locale.ROOT) + " (" + text(failure) + ")");
        lacksOperation |= isUnimplemented(failure);
      }
    }
    return new FenceTrials(working, failures, lacksOperation);
  }

  private static @Nullable Throwable failureOf(
      FenceKind kind, Role role, Implementation implementation, Scene.Setting setting) {
    PeerOptions options = PeerOptions.DEFAULTS;
    try (Scene scene =
        new Scene(implementation, role, setting, options, new ManualClock(), new Transcript())) {
      Fences fences = new Fences(scene, FenceTrials.only(kind), true);
      fences.cross(kind);
      fences.cross(kind);
      return null;
    } catch (RuntimeException | StackOverflowError e) {
      return e; // the cases themselves show what is wrong
    }
  }

  private static String text(Throwable failure) {
    return failure instanceof CaseStopped
        ? String.valueOf(failure.getMessage())
        : failure.toString();
  }

  private static boolean isUnimplemented(Throwable failure) {
    return failure instanceof CaseStopped stopped && stopped.verdict() == Verdict.UNIMPLEMENTED;
  }
}
