package org.muxado.tck.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muxado.tck.spi.HeartbeatOptions;
import org.muxado.tck.spi.Limit;
import org.muxado.tck.spi.OpenOptions;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.Role;

/** The published schemas describe what really goes over the pipes. */
final class ControlTrafficTest {

  private static final Set<String> OPERATIONS =
      Set.of(
          "hello",
          "no-such-operation",
          "start",
          "open",
          "accept",
          "write",
          "read",
          "shutdown-input",
          "reset",
          "close",
          "set-priority",
          "outcome",
          "go-away",
          "drain",
          "close-session",
          "kill",
          "terminated",
          "quiesce",
          "end");

  @TempDir private Path folder;

  @Test
  void describesEveryOperation() throws Exception {
    Path record = folder.resolve("traffic");
    try (ExternalImplementation program = Fakes.patient("none", record)) {
      useEverything(program);
    }
    ControlSchemas schemas = new ControlSchemas();
    schemas.checkRequests(said(record, "> "));
    schemas.checkAnswers(said(record, "< "));
    assertEquals(new TreeSet<>(OPERATIONS), schemas.operations());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"seq\":1}",
        "{\"seq\":1,\"ok\":{},\"error\":{\"kind\":\"OTHER\"}}",
        "{\"seq\":1,\"ok\":{\"eof\":false}}",
        "{\"seq\":1,\"ok\":{\"data\":\"a\"}}",
        "{\"seq\":1,\"ok\":{\"data\":\"\"}}",
        "{\"seq\":1,\"error\":{\"kind\":\"ODD\"}}",
        "{\"seq\":1,\"error\":{\"kind\":\"OTHER\",\"code\":-1}}"
      })
  void refusesABadAnswerToRead(String answer) throws Exception {
    ControlSchemas schemas = new ControlSchemas();
    schemas.checkRequests(
        List.of("{\"seq\":1,\"op\":\"read\",\"session\":1,\"stream\":\"s1\",\"max\":9}"));
    assertNotEquals(List.of(), schemas.faults(Json.MAPPER.readTree(answer)));
  }

  private static void useEverything(ExternalImplementation program) throws Exception {
    PeerOptions options =
        new PeerOptions(
            7,
            new HeartbeatOptions(10, 20),
            Set.of(-1),
            true,
            true,
            2_147_483_645,
            everyLimit(),
            null);
    try (PipeWire wire = new PipeWire();
        PeerSession session = program.start(Role.SERVER, wire, options)) {
      useSession(session);
      PeerStream stream =
          session
              .open(new OpenOptions(5, -1, true))
              .toCompletableFuture()
              .get(60, TimeUnit.SECONDS);
      wire.send("some");
      useStream(stream);
      wire.kit().shutdownOutput();
      settle(stream.read(9));
      settle(session.kill());
    }
  }

  private static Map<Limit, Integer> everyLimit() {
    return Arrays.stream(Limit.values()).collect(Collectors.toMap(limit -> limit, limit -> 5));
  }

  private static void useSession(PeerSession session) throws Exception {
    settle(session.accept());
    settle(session.goAway(7, new byte[] {1, 2}));
    settle(session.drain());
    settle(session.quiesce());
    settle(session.closeSession());
    settle(session.terminated());
  }

  private static void useStream(PeerStream stream) throws Exception {
    settle(stream.read(9));
    settle(stream.write(new byte[] {1}, false));
    settle(stream.write(new byte[0], true));
    settle(stream.shutdownInput());
    settle(stream.reset(7));
    settle(stream.setPriority(9));
    settle(stream.outcome());
    settle(stream.close());
  }

  private static void settle(CompletionStage<?> stage) throws Exception {
    stage.handle((value, failure) -> true).toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private static List<String> said(Path record, String mark) throws Exception {
    return Files.readAllLines(record).stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .toList();
  }
}
