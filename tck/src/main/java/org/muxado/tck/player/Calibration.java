package org.muxado.tck.player;

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

/** Finds out whether a fence works with an implementation. Stateless. */
public final class Calibration {

  private Calibration() {}

  /**
   * Tries one kind of fence in a session of its own, as client and, if that fails, as server.
   *
   * @param watchdogNanos how long an answer may take
   * @param watch shows which call is running meanwhile
   */
  public static FenceTrials of(
      FenceKind kind, Implementation implementation, long watchdogNanos, CallWatch watch) {
    Scene.Setting setting =
        new Scene.Setting(MemoryWire.DEFAULT_CAPACITY_OCTETS, Chunking.WHOLE, watchdogNanos, watch);
    Throwable failure = failureOf(kind, Role.CLIENT, implementation, setting);
    if (failure == null || failureOf(kind, Role.SERVER, implementation, setting) == null) {
      return FenceTrials.only(kind);
    }
    String told = kind.name().toLowerCase(Locale.ROOT) + " (" + text(failure) + ")";
    return new FenceTrials(Set.of(), List.of(told), verdict(failure));
  }

  private static @Nullable Throwable failureOf(
      FenceKind kind, Role role, Implementation implementation, Scene.Setting setting) {
    PeerOptions options = PeerOptions.DEFAULTS;
    try (Scene scene =
        new Scene(implementation, role, setting, options, new ManualClock(), new Transcript())) {
      return failureOf(kind, scene);
    } catch (RuntimeException | StackOverflowError e) {
      return e; // the cases themselves show what is wrong
    }
  }

  private static @Nullable Throwable failureOf(FenceKind kind, Scene scene) {
    try {
      Fences fences = new Fences(scene, FenceTrials.only(kind), true);
      fences.cross(kind);
      fences.cross(kind);
      return null;
    } catch (CaseStopped e) {
      return scene.causeOf(e);
    }
  }

  private static String text(Throwable failure) {
    return failure instanceof CaseStopped
        ? String.valueOf(failure.getMessage())
        : failure.toString();
  }

  private static Verdict verdict(Throwable failure) {
    return failure instanceof CaseStopped stopped ? stopped.verdict() : Verdict.FAIL;
  }
}
