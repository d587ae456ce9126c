package org.muxado.tck.external;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.FailureKind;
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
import org.muxado.tck.spi.UnimplementedException;

/** A program that does its part, over a real process and connection. */
final class ExternalSessionTest {

  private final ExternalImplementation program = Fakes.patient("late-reads");
  private PipeWire wire;
  private PeerSession session;

  @BeforeEach
  void startSession() throws IOException {
    wire = new PipeWire();
    session = program.start(Role.CLIENT, wire, PeerOptions.DEFAULTS);
  }

  @AfterEach
  void endAll() {
    session.close();
    program.close();
    wire.close();
  }

  @Test
  void tellsWhatTheProgramSaysOfItself() {
    assertEquals("fake", program.info().name());
    assertEquals(Set.of(Capability.RESET, Capability.GO_AWAY), program.capabilities());
  }

  @Test
  void carriesOctetsBothWays() throws Exception {
    PeerStream stream = get(session.open(OpenOptions.PLAIN));
    get(stream.write("ping".getBytes(StandardCharsets.US_ASCII), false));
    assertEquals("ping", wire.receive(4));
    wire.send("p");
    ReadResult.Octets read = assertInstanceOf(ReadResult.Octets.class, get(stream.read(10)));
    assertArrayEquals(new byte[] {'p'}, read.octets());
  }

  @Test
  void carriesTheEndOfEachDirectionAlone() throws Exception {
    PeerStream stream = get(session.open(OpenOptions.PLAIN));
    wire.kit().shutdownOutput();
    assertInstanceOf(ReadResult.EndOfStream.class, get(stream.read(10)));
    get(stream.write(new byte[] {'x'}, true));
    assertEquals("x", wire.receive(2));
  }

  @Test
  void turnsABrokenWireIntoAReset() throws Exception {
    PeerStream stream = get(session.open(OpenOptions.PLAIN));
    wire.kit().setSoLinger(true, 0);
    wire.kit().close();
    ProgramFailedException failure =
        assertThrows(ProgramFailedException.class, () -> get(stream.read(10)));
    assertEquals(1, failure.exitCode().orElse(0), "the fake dies of an IOException");
  }

  @Test
  void takesAResetByTheProgramAsTheEndOfItsOutput() throws Exception {
    get(session.kill());
    assertEquals("", wire.receive(1));
    wire.send("thrown away");
    wire.kit().shutdownOutput();
  }

  @Test
  void tellsStreamFields() throws Exception {
    PeerStream opened = get(session.open(OpenOptions.PLAIN));
    PeerStream accepted = get(session.accept());
    assertEquals(3, opened.id());
    assertEquals(7, opened.priority());
    assertEquals(4, accepted.id());
    assertEquals(-1, accepted.type());
  }

  @Test
  void failsWithTheErrorThatTheProgramNames() throws Exception {
    PeerStream stream = get(session.open(OpenOptions.PLAIN));
    PeerFailure failure = assertThrows(PeerFailure.class, () -> get(stream.reset(7)));
    assertEquals(FailureKind.GONE_AWAY, failure.kind());
    assertEquals(0, failure.code());
    assertEquals(RetryVerdict.NOT_PROCESSED, failure.retry());
  }

  @Test
  void tellsOutcomeAndTermination() throws Exception {
    PeerStream stream = get(session.open(OpenOptions.PLAIN));
    assertEquals(
        new Outcome(FailureKind.GONE_AWAY, 0, RetryVerdict.NOT_PROCESSED), get(stream.outcome()));
    assertEquals(new Termination(Termination.Cause.CLOSED, true, 0, ""), get(session.terminated()));
  }

  @Test
  void takesUnimplementedAsAnAnswer() {
    assertThrows(UnimplementedException.class, () -> get(session.drain()));
  }

  @Test
  void takesAnswersInAnyOrder() throws Exception {
    PeerStream stream = get(session.open(OpenOptions.PLAIN));
    wire.send("later");
    CompletionStage<ReadResult> read = stream.read(99);
    get(stream.write(new byte[] {'w'}, false));
    assertInstanceOf(ReadResult.Octets.class, get(read));
  }

  @Test
  void servesSessionAfterSessionInOneProcess() throws Exception {
    String version = program.info().version();
    session.close();
    try (PipeWire second = new PipeWire();
        PeerSession next = program.start(Role.SERVER, second, PeerOptions.DEFAULTS)) {
      get(get(next.accept()).write(new byte[] {'n'}, false));
      assertEquals("n", second.receive(1));
      assertEquals(version, program.info().version());
    }
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    try {
      return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
