package org.muxado.tck.player;

import java.util.EnumSet;
import java.util.Set;
import org.muxado.tck.clock.ManualClock;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.Role;
import org.muxado.tck.transcript.Transcript;
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
  public static Set<FenceKind> of(
      Implementation implementation, long watchdogNanos, CallWatch watch) {
    Set<FenceKind> working = EnumSet.noneOf(FenceKind.class);
    for (FenceKind kind : FenceKind.values()) {
      if (works(implementation, Role.CLIENT, kind, watchdogNanos, watch)
          || works(implementation, Role.SERVER, kind, watchdogNanos, watch)) {
        working.add(kind);
      }
    }
    return working;
  }

  private static boolean works(
      Implementation implementation,
      Role role,
      FenceKind kind,
      long watchdogNanos,
      CallWatch watch) {
    Scene.Setting setting =
        new Scene.Setting(MemoryWire.DEFAULT_CAPACITY_OCTETS, Chunking.WHOLE, watchdogNanos, watch);
    Transcript transcript = new Transcript();
    try (Scene scene =
        new Scene(
            implementation, role, setting, PeerOptions.DEFAULTS, new ManualClock(), transcript)) {
      Fences fences = new Fences(scene, Set.of(kind), true);
      fences.cross(kind);
      fences.cross(kind);
      return true;
    } catch (RuntimeException | StackOverflowError e) {
      return false; // the cases themselves show what is wrong
    }
  }
}
