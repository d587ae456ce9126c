package org.muxado.adapter;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.OpenOptions;
import org.muxado.tck.spi.Outcome;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.ReadResult;
import org.muxado.tck.spi.RetryVerdict;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Termination;

@Timeout(60)
class BundledImplementationTest {

  private final Implementation bundled = new BundledImplementation();
  private final PipeWire.Pair wires = PipeWire.pair(1 << 20);
  private final PeerSession server = bundled.start(Role.SERVER, wires.server(), twoInBacklog());
  private final PeerSession client =
      bundled.start(Role.CLIENT, wires.client(), PeerOptions.DEFAULTS);

  private static PeerOptions twoInBacklog() {
    return new PeerOptions(2, null, Set.of(), false, false, 0, Map.of(), null);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void isFoundByTheServiceLoader() {
    assertTrue(
        ServiceLoader.load(Implementation.class).stream()
            .anyMatch(found -> found.type() == BundledImplementation.class));
  }

  @Test
  void declaresEveryCapability() {
    assertEquals(EnumSet.allOf(Capability.class), bundled.capabilities());
  }

  @Test
  void opensAcceptsEchoesAndFinishes() throws Exception {
    PeerStream there = get(client.open(new OpenOptions(5, 9, false)));
    PeerStream here = get(server.accept());
    assertEquals(there.id(), here.id());
    assertEquals(5, here.priority());
    assertEquals(9, here.type());
    get(there.write(text("hello"), true));
    assertEquals("hello", readText(here, 5));
    assertInstanceOf(ReadResult.EndOfStream.class, get(here.read(1)));
    get(here.write(text("hello"), true));
    assertEquals("hello", readText(there, 5));
    assertEquals(new Outcome(null, -1, null), get(there.outcome()));
  }

  @Test
  void pendingCallsCompleteInOrder() throws Exception {
    PeerStream there = get(client.open(OpenOptions.PLAIN));
    CompletionStage<PeerStream> accepting = server.accept();
    PeerStream here = get(accepting);
    CompletionStage<ReadResult> first = here.read(2);
    CompletionStage<ReadResult> second = here.read(2);
    get(there.write(text("ab"), false));
    assertArrayEquals(text("ab"), octets(get(first)));
    get(there.write(text("cd"), false));
    assertArrayEquals(text("cd"), octets(get(second)));
  }

  @Test
  void writeThatDoesNotFitIsPending() throws Exception {
    PeerStream there = get(client.open(OpenOptions.PLAIN));
    CompletableFuture<Void> large = there.write(new byte[200_000], false).toCompletableFuture();
    CompletableFuture<Void> fin = there.write(new byte[0], true).toCompletableFuture();
    assertFalse(large.isDone());
    PeerStream here = get(server.accept());
    int total = 0;
    for (ReadResult r = get(here.read(65_536)); r instanceof ReadResult.Octets o; ) {
      total += o.octets().length;
      r = get(here.read(65_536));
    }
    assertEquals(200_000, total);
    get(large);
    get(fin);
  }

  @RepeatedTest(20)
  void quiesceQueuesWhatHasRoom() throws Exception {
    PeerStream there = get(client.open(OpenOptions.PLAIN));
    PeerStream here = get(server.accept());
    there.write(new byte[65_636], false); // 100 octets more than the window and the queue
    int total = 0;
    while (total < 65_536) {
      total += octets(get(here.read(65_536 - total))).length;
    }
    get(client.quiesce()); // used to leave the last octets to a thread that came too late
    get(there.close());
    while (get(here.read(100)) instanceof ReadResult.Octets more) {
      total += more.octets().length;
    }
    assertEquals(65_636, total);
  }

  @Test
  void neverAcceptsAhead() throws Exception {
    for (int i = 0; i < 2; i++) {
      get(client.open(OpenOptions.PLAIN));
    }
    Outcome refused = get(get(client.open(OpenOptions.PLAIN)).outcome());
    assertEquals(new Outcome(FailureKind.RESET_BY_PEER, 6, RetryVerdict.NOT_PROCESSED), refused);
  }

  @Test
  void tellsFailuresWithCodeAndVerdict() throws Exception {
    PeerStream there = get(client.open(OpenOptions.PLAIN));
    get(get(server.accept()).reset(7));
    ReadResult.Failed failed = assertInstanceOf(ReadResult.Failed.class, get(there.read(1)));
    assertEquals(FailureKind.RESET_BY_PEER, failed.failure().kind());
    assertEquals(7, failed.failure().code());
    assertEquals(RetryVerdict.UNKNOWN, failed.failure().retry());
    assertEquals(FailureKind.INVALID_CALL, failureOf(there.setPriority(-1)).kind());
  }

  @Test
  void tellsHowTheSessionEnded() throws Exception {
    CompletionStage<Termination> seen = client.terminated();
    CompletionStage<PeerStream> accepting = client.accept();
    get(server.closeSession());
    assertEquals(Termination.Cause.CLOSED, get(seen).cause());
    assertTrue(get(seen).byPeer());
    assertEquals(FailureKind.SESSION_ENDED, failureOf(accepting).kind());
    assertNull(failureOf(client.open(OpenOptions.PLAIN)).getCause());
  }

  @Test
  void killEndsTheOtherSideAsABrokenTransport() throws Exception {
    get(client.kill());
    assertEquals(Termination.Cause.KILLED, get(client.terminated()).cause());
    assertEquals(Termination.Cause.TRANSPORT, get(server.terminated()).cause());
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get();
  }

  private static PeerFailure failureOf(CompletionStage<?> stage) {
    ExecutionException thrown = assertThrows(ExecutionException.class, () -> get(stage));
    return assertInstanceOf(PeerFailure.class, thrown.getCause());
  }

  private static byte[] octets(ReadResult result) {
    return assertInstanceOf(ReadResult.Octets.class, result).octets();
  }

  private static String readText(PeerStream stream, int length) throws Exception {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(new String(octets(get(stream.read(length - text.length()))), US_ASCII));
    }
    return text.toString();
  }

  private static byte[] text(String text) {
    return text.getBytes(US_ASCII);
  }
}
