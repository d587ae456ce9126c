package org.muxado.tck.player;

import java.util.Arrays;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.ReadResult;
import org.muxado.vectors.conversation.Awaited;
import org.muxado.vectors.conversation.Failure;
import org.muxado.vectors.conversation.PatternOctets;
import org.muxado.vectors.conversation.Payload;
import org.muxado.vectors.wire.Octets;

/** Reads exactly what a case says from a stream of the application, and the end behind it. */
final class ReadStep {

  private final Stage stage;
  private final Awaited.Read wanted;
  private final PeerStream stream;
  private final String name;

  ReadStep(Stage stage, Awaited.Read wanted) {
    this.stage = stage;
    this.wanted = wanted;
    stream = stage.bindings().stream(wanted.stream());
    name = wanted.stream() + " (stream " + stream.id() + ")";
  }

  void play() {
    byte[] octets = octets();
    int taken = 0;
    while (taken < octets.length) {
      taken += readInto(octets, taken, atOnce(octets.length - taken));
    }
    stage.application().note("read " + octets.length + " octets from " + name);
    Failure fails = wanted.fails();
    if (wanted.eof()) {
      readEnd();
    } else if (fails != null) {
      readFailure(fails);
    }
  }

  /** How much one call asks for, where so much is missing. */
  private int atOnce(int missing) {
    Integer by = wanted.by();
    return by == null ? missing : Math.min(by, missing);
  }

  private byte[] octets() {
    if (wanted.payload() instanceof Payload.Exactly exactly) {
      stage.bindings().advanceRead(wanted.stream(), exactly.octets().length);
      return exactly.octets();
    } else if (wanted.payload() instanceof Payload.Patterned patterned) {
      long position = stage.bindings().advanceRead(wanted.stream(), patterned.size());
      return PatternOctets.of(stream.id(), position, patterned.size());
    } else if (wanted.payload() instanceof Payload.WholeWindow) {
      return allInsideTheWindow();
    }
    throw new IllegalStateException("the application cannot read " + wanted.payload());
  }

  /** What the kit has sent in frames inside the window, less what was read before. */
  private byte[] allInsideTheWindow() {
    long inside = stage.scene().ledger().octetsInsideWindow(stream.id());
    long position = stage.bindings().advanceRead(wanted.stream(), 0);
    int size = (int) (inside - position);
    stage.bindings().advanceRead(wanted.stream(), size);
    return PatternOctets.of(stream.id(), position, size);
  }

  private int readInto(byte[] octets, int taken, int left) {
    String expected = "%d of %d octets from %s".formatted(left, octets.length, name);
    ReadResult result = read(left, expected);
    if (!(result instanceof ReadResult.Octets got)) {
      throw CaseStopped.failed(expected, AnswerText.of(result));
    }
    int count = got.octets().length;
    if (count == 0 || count > left) {
      throw CaseStopped.failed("at least 1 and at most " + left + " octets", AnswerText.of(result));
    }
    if (!Arrays.equals(got.octets(), 0, count, octets, taken, taken + count)) {
      String right = Octets.hex(Arrays.copyOfRange(octets, taken, taken + count), 32);
      throw CaseStopped.failed("to read " + right + " from " + name, AnswerText.of(result));
    }
    return count;
  }

  private void readEnd() {
    ReadResult result = read(1, "the end of " + name);
    if (!(result instanceof ReadResult.EndOfStream)) {
      throw CaseStopped.failed("the end of " + name, AnswerText.of(result));
    }
    stage.application().note("read the end of " + name);
  }

  private void readFailure(Failure fails) {
    String expected = "reading " + name + " to end with " + Failures.text(fails);
    ReadResult result = read(1, expected);
    if (!(result instanceof ReadResult.Failed failed)
        || !Failures.match(
            fails, failed.failure().kind(), failed.failure().code(), failed.failure().retry())) {
      throw CaseStopped.failed(expected, AnswerText.of(result));
    }
    stage.application().note("reading " + name + ": " + AnswerText.of(result));
  }

  private ReadResult read(int max, String what) {
    Call<ReadResult> call = stage.application().call(what, () -> stream.read(max));
    stage.waiter().untilAnswered(call);
    PeerFailure failure = stage.application().failureOf(call);
    return failure == null ? stage.application().valueOf(call) : new ReadResult.Failed(failure);
  }
}
