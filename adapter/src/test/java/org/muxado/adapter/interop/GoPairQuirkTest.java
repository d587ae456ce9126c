package org.muxado.adapter.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.engine.EndKind;
import org.muxado.engine.Outcome;
import org.muxado.engine.RetryVerdict;
import org.muxado.engine.Role;
import org.muxado.session.OpenOptions;
import org.muxado.session.Stream;

/** What works between this library and the Go library with the quirk setting on alone. */
@ParameterizedClass(name = "ours {0}")
@EnumSource(Role.class)
@Timeout(60)
final class GoPairQuirkTest {

  private static final int OCTETS = 1 << 20;

  @Parameter private Role role;

  private GoPair pair;

  @BeforeEach
  @Timeout(30)
  void join() throws Exception {
    pair = GoPair.join(role, true);
  }

  @AfterEach
  void part() throws Exception {
    if (pair != null) {
      pair.close();
    }
  }

  /** What follows the GOAWAY stands where its length announces a text (INTEROP-2). */
  @Test
  void theirGoAwayLeavesTheOtherStreamsAlone() throws Exception {
    Stream fromHere = pair.openFromHere();
    Stream fromThere = pair.openFromThere();
    pair.transport().holdInput();
    pair.tell("go-away", 0, "a-text-of-more-than-sixteen-octets");
    Stream leftOut = pair.ours().open();
    pair.transport().releaseInput();
    Outcome outcome = leftOut.awaitOutcome();
    assertEquals(EndKind.GONE_AWAY, outcome.kind());
    assertEquals(RetryVerdict.NOT_PROCESSED, outcome.retry());
    Transfers.bothWays(pair, fromHere, OCTETS);
    Transfers.bothWays(pair, fromThere, OCTETS);
    Transfers.bothWays(pair, pair.openFromThere(), OCTETS);
  }

  /** The Go library takes FIN on a SYN for the wrong direction, so it goes out by itself. */
  @Test
  void ourFinAtOpeningEndsOurDirection() throws Exception {
    Stream stream = pair.ours().open(OpenOptions.DEFAULT.withFin());
    assertEquals(Integer.toString(stream.id()), pair.tell("accept"));
    assertEquals("0 EOF", pair.tell("rest", stream.id()));
    CompletableFuture<String> sent = pair.go().call("send", stream.id(), OCTETS);
    Payload.receive(stream, OCTETS, Payload.CHUNK_BYTES);
    sent.get();
    pair.tell("half-close", stream.id());
    assertEquals(-1, stream.read(ByteBuffer.allocate(1)));
    assertEquals(EndKind.FINISHED, stream.awaitOutcome().kind());
  }

  /** By FIN on its SYN the Go library means that it will not read (INTEROP-4). */
  @Test
  void theirFinAtOpeningEndsOurDirection() throws Exception {
    String opened = pair.tell("open-fin");
    Stream stream = pair.ours().accept();
    assertEquals(opened, Integer.toString(stream.id()));
    CompletableFuture<String> sent = pair.go().call("send", opened, OCTETS);
    Payload.receive(stream, OCTETS, Payload.CHUNK_BYTES);
    sent.get();
    assertNull(stream.outcome());
    pair.tell("half-close", opened);
    assertEquals(-1, stream.read(ByteBuffer.allocate(1)));
    assertEquals(EndKind.FINISHED, stream.awaitOutcome().kind());
  }
}
