package org.muxado.adapter.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.EndKind;
import org.muxado.engine.Outcome;
import org.muxado.engine.RetryVerdict;
import org.muxado.engine.Termination;
import org.muxado.session.MuxadoException;
import org.muxado.session.Stream;

/** The process of the Go library is killed: every call here ends, and every verdict is right. */
@Timeout(60)
final class GoPairDeathTest extends EachGoPair {

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void everyCallEndsWhenTheirProcessDies() throws Exception {
    Stream fromHere = pair.openFromHere();
    Stream fromThere = pair.openFromThere();
    Future<?> reading = call(() -> fromHere.read(ByteBuffer.allocate(1)));
    Future<?> writing = call(() -> writeForEver(fromThere));
    Future<?> accepting = call(() -> pair.ours().accept());
    pair.go().kill();
    Termination end = pair.ours().awaitTermination();
    assertEquals(Termination.Cause.TRANSPORT, end.cause());
    assertFails(reading, RetryVerdict.UNKNOWN);
    assertFails(writing, null);
    assertFails(accepting, null);
    assertEquals(RetryVerdict.UNKNOWN, fromHere.awaitOutcome().retry());
    MuxadoException refused = assertThrows(MuxadoException.class, () -> pair.ours().open());
    assertEquals(RetryVerdict.NOT_PROCESSED, refused.retry());
  }

  /** The second stream may have been accepted; the SYNs of the others stay here. */
  @Test
  void streamsThatNeverLeftAreNotProcessed() throws Exception {
    Stream accepted = pair.openFromHere();
    Stream sent = pair.ours().open();
    pair.transport().holdOutput();
    Stream empty = pair.ours().open();
    Stream full = pair.ours().open();
    full.write(ByteBuffer.allocate(Payload.CHUNK_BYTES));
    pair.go().kill();
    assertVerdict(accepted, RetryVerdict.UNKNOWN);
    assertVerdict(sent, RetryVerdict.UNKNOWN);
    assertVerdict(empty, RetryVerdict.NOT_PROCESSED);
    assertVerdict(full, RetryVerdict.NOT_PROCESSED);
  }

  private static void assertVerdict(Stream stream, RetryVerdict retry) throws IOException {
    Outcome outcome = stream.awaitOutcome();
    assertEquals(EndKind.SESSION_ENDED, outcome.kind(), outcome.message());
    assertEquals(retry, outcome.retry(), outcome.message());
  }

  private Future<?> call(Callable<?> body) {
    return threads.submit(body);
  }

  private static Void writeForEver(Stream stream) throws IOException {
    while (true) {
      stream.write(ByteBuffer.allocate(Payload.CHUNK_BYTES));
    }
  }

  private static void assertFails(Future<?> call, RetryVerdict retry) {
    ExecutionException failed = assertThrows(ExecutionException.class, call::get);
    MuxadoException cause = assertInstanceOf(MuxadoException.class, failed.getCause());
    assertEquals(EndKind.SESSION_ENDED, cause.kind(), cause.getMessage());
    assertEquals(retry, cause.retry(), cause.getMessage());
  }
}
