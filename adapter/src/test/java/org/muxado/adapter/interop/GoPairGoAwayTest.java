package org.muxado.adapter.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.engine.EndKind;
import org.muxado.engine.Outcome;
import org.muxado.engine.RetryVerdict;
import org.muxado.engine.Termination;
import org.muxado.session.MuxadoException;
import org.muxado.session.OpenOptions;
import org.muxado.session.Stream;

/**
 * GOAWAY and the end of a session between this library and the Go library, in either role, quirk
 * setting off and on.
 */
@Timeout(60)
final class GoPairGoAwayTest extends EachGoPair {

  private static final int OCTETS = 200_000;

  @Test
  void ourGoAwayLeavesTheOtherStreamsAlone() throws Exception {
    Stream fromThere = pair.openFromThere();
    Stream fromHere = pair.openFromHere();
    String waiting = pair.tell("open");
    CompletableFuture<String> restOfWaiting = pair.go().call("rest", waiting);
    pair.ours().goAway(0, "going");
    assertEquals("0 Remote is going away", restOfWaiting.get());
    assertThrows(ExecutionException.class, () -> pair.tell("open"));
    Transfers.bothWays(pair, fromThere, OCTETS);
    Transfers.bothWays(pair, fromHere, OCTETS);
    Transfers.bothWays(pair, pair.openFromHere(), OCTETS);
  }

  @Test
  void ourCloseTellsThem() throws Exception {
    Stream fromThere = pair.openFromThere();
    Stream fromHere = pair.openFromHere();
    CompletableFuture<String> goEnd = pair.go().call("wait");
    pair.ours().goAway(0, "going");
    pair.ours().close();
    assertEquals("2 EOF \"going\"", goEnd.get());
    Termination end = pair.ours().awaitTermination();
    assertEquals(Termination.Cause.CLOSED, end.cause());
    assertFalse(end.byPeer());
    assertEquals(0, end.code());
    assertEnded(fromHere, EndKind.SESSION_ENDED, RetryVerdict.UNKNOWN);
    assertEnded(fromThere, EndKind.SESSION_ENDED, null);
  }

  @Test
  void theirCloseTellsUs() throws Exception {
    Stream fromHere = pair.openFromHere();
    pair.tell("close-session");
    assertTheyEnded(Termination.Cause.CLOSED, 0, fromHere.id());
    assertEnded(fromHere, EndKind.SESSION_ENDED, RetryVerdict.UNKNOWN);
    assertOpeningFails(EndKind.SESSION_ENDED);
  }

  /** Its length announces the text, which is never sent (INTEROP-1). */
  @Test
  void theirCodeIsReadAndTheirTextIsEmpty() throws Exception {
    Stream fromHere = pair.openFromHere();
    pair.tell("go-away", 7, "a-text-of-more-than-sixteen-octets");
    pair.tell("close-session");
    Termination end = assertTheyEnded(Termination.Cause.SESSION_ERROR, 7, fromHere.id());
    assertEquals("", end.debug());
    assertEnded(fromHere, EndKind.SESSION_ENDED, RetryVerdict.UNKNOWN);
  }

  /** The SYN of the second stream arrives there behind the GOAWAY. */
  @Test
  void theirGoAwayLeavesOutAStreamInFlight() throws Exception {
    Stream first = pair.openFromHere();
    Stream second = openAcrossTheirGoAway(ByteBuffer.allocate(0));
    assertEnded(second, EndKind.GONE_AWAY, RetryVerdict.NOT_PROCESSED);
    assertOpeningFails(EndKind.GONE_AWAY);
    assertNull(first.outcome());
    pair.tell("close-session");
    assertTheyEnded(Termination.Cause.CLOSED, 0, first.id());
    assertEnded(first, EndKind.SESSION_ENDED, RetryVerdict.UNKNOWN);
  }

  /** The Go library does not note the stream that it refuses, and dies of its DATA (INTEROP-15). */
  @Test
  void dataOnARefusedStreamEndsTheirSession() throws Exception {
    Stream first = pair.openFromHere();
    CompletableFuture<String> goEnd = pair.go().call("wait");
    Stream second = openAcrossTheirGoAway(ByteBuffer.allocate(100));
    String reason = second.id() + " is an invalid, unassigned stream id";
    assertEquals("1 " + reason + " \"\"", goEnd.get());
    assertEnded(second, EndKind.GONE_AWAY, RetryVerdict.NOT_PROCESSED);
    assertTheyEnded(Termination.Cause.CLOSED, 0, first.id());
    assertEnded(first, EndKind.SESSION_ENDED, RetryVerdict.UNKNOWN);
  }

  /** Opens a stream after the other side has sent GOAWAY, and before it is seen here. */
  private Stream openAcrossTheirGoAway(ByteBuffer octets) throws Exception {
    pair.transport().holdInput();
    pair.tell("go-away", 0, "a-text-of-more-than-sixteen-octets");
    Stream stream = pair.ours().open(OpenOptions.DEFAULT, octets);
    pair.transport().releaseInput();
    return stream;
  }

  private Termination assertTheyEnded(Termination.Cause cause, long code, int last)
      throws IOException {
    Termination end = pair.ours().awaitTermination();
    assertEquals(cause, end.cause(), end.message());
    assertTrue(end.byPeer());
    assertEquals(code, end.code());
    assertEquals(last, end.lastStreamId());
    return end;
  }

  private static void assertEnded(Stream stream, EndKind kind, RetryVerdict retry)
      throws IOException {
    Outcome outcome = stream.awaitOutcome();
    assertEquals(kind, outcome.kind(), outcome.message());
    assertEquals(retry, outcome.retry(), outcome.message());
  }

  private void assertOpeningFails(EndKind kind) {
    MuxadoException refused = assertThrows(MuxadoException.class, () -> pair.ours().open());
    assertEquals(kind, refused.kind(), refused.getMessage());
    assertEquals(RetryVerdict.NOT_PROCESSED, refused.retry(), refused.getMessage());
  }
}
