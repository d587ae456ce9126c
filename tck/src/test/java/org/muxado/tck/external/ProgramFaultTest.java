package org.muxado.tck.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muxado.tck.external.ProgramFailedException.Kind;
import org.muxado.tck.spi.HeartbeatOptions;
import org.muxado.tck.spi.OpenOptions;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.ReadResult;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.UnimplementedException;

/** Programs that do not do their part: each fault stays in its case, and the next case works. */
final class ProgramFaultTest {

  @TempDir private Path folder;

  @Test
  void namesExitCodeAndLastWordsOfACrash() throws Exception {
    try (ExternalImplementation program = Fakes.patient("exit")) {
      ProgramFailedException failure = failureOfAWrite(program);
      assertEquals(Kind.EXITED, failure.kind());
      assertEquals(3, failure.exitCode().orElse(-1));
      assertTrue(failure.getMessage().contains("exited with code 3"), failure.getMessage());
      assertTrue(failure.stderrTail().contains("panic: out of beans"), failure.stderrTail());
    }
  }

  /** The words of the processes before it used to stand there too. */
  @Test
  void quotesTheLastWordsOfThatProcessAlone() throws Exception {
    try (ExternalImplementation program = Fakes.patient("exit-at-start")) {
      for (int i = 0; i < 2; i++) {
        try (PipeWire wire = new PipeWire()) {
          ProgramFailedException failure =
              assertThrows(
                  ProgramFailedException.class,
                  () -> program.start(Role.CLIENT, wire, PeerOptions.DEFAULTS));
          assertEquals(2, failure.stderrTail().split("panic", -1).length, failure.stderrTail());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "close-output,CLOSED_OUTPUT",
    "garbage,BROKE_PROTOCOL",
    "twice,BROKE_PROTOCOL",
    "other-seq,BROKE_PROTOCOL",
    "bad-ok,BROKE_PROTOCOL"
  })
  void failsTheStagesThatWait(String fault, Kind kind) throws Exception {
    try (ExternalImplementation program = Fakes.patient(fault)) {
      assertEquals(kind, failureOfAWrite(program).kind());
    }
  }

  @Test
  void failsWhatWaitsAndWhatComesLaterAlike() throws Exception {
    try (ExternalImplementation program = Fakes.patient("exit");
        PipeWire wire = new PipeWire();
        PeerSession session = program.start(Role.CLIENT, wire, PeerOptions.DEFAULTS)) {
      PeerStream stream = get(session.open(OpenOptions.PLAIN));
      CompletionStage<Void> write = stream.write(new byte[1], false);
      CompletionStage<ReadResult> read = stream.read(1);
      assertThrows(ProgramFailedException.class, () -> get(write));
      assertThrows(ProgramFailedException.class, () -> get(read));
      assertThrows(ProgramFailedException.class, () -> get(stream.close()));
    }
  }

  @ParameterizedTest
  @CsvSource({"exit,false", "garbage,true"})
  void remembersThatAProgramBrokeTheProtocol(String fault, boolean broken) throws Exception {
    try (ExternalImplementation program = Fakes.patient(fault)) {
      failureOfAWrite(program);
      assertEquals(broken, program.brokenProtocol().isPresent());
      program.start(Role.CLIENT, new PipeWire(), PeerOptions.DEFAULTS).close();
      assertEquals(broken, program.brokenProtocol().isPresent(), "still known to a fresh one");
    }
  }

  @Test
  void startsAFreshProgramAfterACrash() throws Exception {
    try (ExternalImplementation program = Fakes.patient("exit")) {
      failureOfAWrite(program);
      assertEquals(Kind.EXITED, failureOfAWrite(program).kind());
    }
  }

  @ParameterizedTest
  @CsvSource({"yes-man,BROKE_PROTOCOL", "old,BROKE_PROTOCOL"})
  void refusesAProgramAtHello(String fault, Kind kind) {
    try (ExternalImplementation program = Fakes.patient(fault)) {
      assertEquals(kind, assertThrows(ProgramFailedException.class, program::info).kind());
    }
  }

  @Test
  void quotesTheBadLineAndNamesItsRequest() {
    try (ExternalImplementation program = Fakes.patient("chatty")) {
      String message = assertThrows(ProgramFailedException.class, program::info).getMessage();
      assertTrue(message.contains("answer to hello: not JSON: "), message);
      assertTrue(message.contains("; the line is: Hello, I am a driver"), message);
    }
  }

  @Test
  void givesUpAHelloThatHangs() {
    try (ExternalImplementation program = Fakes.hurriedHello("hang")) {
      ProgramFailedException failure = assertThrows(ProgramFailedException.class, program::info);
      assertEquals(Kind.HUNG, failure.kind());
    }
  }

  @ParameterizedTest
  @CsvSource({"hang-start,HUNG", "never-connects,HUNG", "refuses,REFUSED"})
  void givesUpAStart(String fault, Kind kind) throws Exception {
    try (ExternalImplementation program = Fakes.hurriedSessions(fault);
        PipeWire wire = new PipeWire()) {
      ProgramFailedException failure =
          assertThrows(
              ProgramFailedException.class,
              () -> program.start(Role.CLIENT, wire, PeerOptions.DEFAULTS));
      assertEquals(kind, failure.kind());
    }
  }

  @Test
  void tellsAnOptionThatTheProgramLacks() throws Exception {
    PeerOptions heartbeat =
        new PeerOptions(
            100, new HeartbeatOptions(10, 20), Set.of(), false, false, 0, Map.of(), null);
    try (ExternalImplementation program = Fakes.patient("lacks-option");
        PipeWire wire = new PipeWire()) {
      assertThrows(UnimplementedException.class, () -> program.start(Role.CLIENT, wire, heartbeat));
    }
  }

  @Test
  void dropsAConnectionWithAnotherSessionsNumber() throws Exception {
    try (ExternalImplementation program = Fakes.patient("wrong-number");
        PipeWire wire = new PipeWire();
        PeerSession session = program.start(Role.CLIENT, wire, PeerOptions.DEFAULTS)) {
      get(get(session.open(OpenOptions.PLAIN)).write(new byte[] {'r'}, false));
      assertEquals("r", wire.receive(1));
    }
  }

  @Test
  void takesAFreshProgramWhenEndHangs() throws Exception {
    Path record = folder.resolve("traffic");
    try (ExternalImplementation program = Fakes.hurriedSessions("hang-end", record)) {
      long first = pidAfterASession(program, record);
      long second = pidAfterASession(program, record);
      assertNotEquals(first, second);
    }
  }

  @Test
  void saysWhyACommandCannotRun() {
    try (ExternalImplementation program =
        ExternalImplementation.of(List.of("/no/such/program"), ExternalSettings.DEFAULTS)) {
      ProgramFailedException failure = assertThrows(ProgramFailedException.class, program::info);
      assertEquals(Kind.NOT_STARTED, failure.kind());
      String message = failure.getMessage();
      assertTrue(message.startsWith("Cannot run program \"/no/such/program\""), message);
    }
  }

  @Test
  void endsTheProcessWhenItIsClosed() throws Exception {
    ExternalImplementation program = Fakes.patient("none");
    long pid = pid(program.info().version());
    program.close();
    assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
  }

  private static long pidAfterASession(ExternalImplementation program, Path record)
      throws Exception {
    try (PipeWire wire = new PipeWire()) {
      PeerSession session = program.start(Role.CLIENT, wire, PeerOptions.DEFAULTS);
      session.close();
    }
    // Each process writes down its greeting, with its pid.
    Matcher pid = Pattern.compile("(?s).*pid (\\d+).*").matcher(Files.readString(record));
    assertTrue(pid.matches());
    return Long.parseLong(pid.group(1));
  }

  private static long pid(String version) {
    return Long.parseLong(version.substring("pid ".length()));
  }

  private static ProgramFailedException failureOfAWrite(ExternalImplementation program)
      throws Exception {
    try (PipeWire wire = new PipeWire();
        PeerSession session = program.start(Role.CLIENT, wire, PeerOptions.DEFAULTS)) {
      return assertThrows(
          ProgramFailedException.class,
          () -> {
            PeerStream stream = get(session.open(OpenOptions.PLAIN));
            get(stream.write(new byte[] {'x'}, false));
            get(session.closeSession());
          });
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
