package org.muxado.tck.suite;

import java.util.List;
import org.muxado.tck.player.CallWatch;
import org.muxado.tck.player.StackText;
import org.muxado.tck.spi.FrameCodec;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.UnimplementedException;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.Level;

/** Gives one frame vector to an implementation's codec. */
final class CodecRun {

  private final Implementation implementation;
  private final Supervisor supervisor;

  CodecRun(Implementation implementation, Supervisor supervisor) {
    this.implementation = implementation;
    this.supervisor = supervisor;
  }

  void run(CodecCase kitCase, Findings findings) {
    CallWatch watch = new CallWatch();
    try {
      List<Failure> failures =
          supervisor.run(() -> watch.run(kitCase.id(), () -> check(kitCase)), watch);
      failures.forEach(failure -> findings.add(failure, ""));
    } catch (Supervisor.StuckException e) {
      findings.add(failure(kitCase, Verdict.HUNG, "the codec to return", "it blocks"), "");
    }
  }

  private List<Failure> check(CodecCase kitCase) {
    try {
      FrameCodec codec = implementation.codec().orElseThrow();
      Verdict onMismatch = kitCase.level() == Level.MUST ? Verdict.FAIL : Verdict.NON_STRICT;
      return new CodecCheck(kitCase.vector(), codec)
          .check(kitCase.direction()).stream()
              .map(m -> failure(kitCase, onMismatch, m.expected(), m.actual()))
              .toList();
    } catch (UnimplementedException e) {
      String what = String.valueOf(e.getMessage());
      return List.of(failure(kitCase, Verdict.UNIMPLEMENTED, what, "the codec lacks " + what));
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      return List.of(failure(kitCase, Verdict.CRASHED, "the codec to answer", StackText.of(e)));
    }
  }

  private static Failure failure(
      CodecCase kitCase, Verdict verdict, String expected, String actual) {
    return new Failure(verdict, kitCase.requirements(), "codec", expected, actual, List.of());
  }
}
