package org.muxado.tck.external;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muxado.tck.spi.OpenOptions;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.ReadResult;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.UnimplementedException;

/**
 * The driver of the Go library: each role echoes a stream. Skipped where the driver has not been
 * built, unless MUXADO_REQUIRE_GO=1 demands it.
 */
final class GoDriverTest {

  private static final Path DRIVER = Path.of("..", "interop", "go-muxado-v1", "driver");

  private static final byte[] HI = "hi".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  @BeforeEach
  void needsTheDriver() {
    boolean built = Files.isExecutable(DRIVER);
    String remedy = DRIVER + " is not built: run interop/go-muxado-v1/build";
    assertTrue(built || !"1".equals(System.getenv("MUXADO_REQUIRE_GO")), remedy);
    assumeTrue(built, remedy);
  }

  @Test
  void echoesAStreamAsClient() throws Exception {
    try (ExternalImplementation go = ExternalImplementation.of(DRIVER.toString());
        PipeWire wire = new PipeWire();
        PeerSession session = go.start(Role.CLIENT, wire, PeerOptions.DEFAULTS)) {
      PeerStream stream = get(session.open(OpenOptions.PLAIN));
      get(stream.write(HI, false));
      expect(wire, "0000 00 01 00000003"); // SYN of stream 3
      expect(wire, "0002 00 03 00000003 6869"); // DATA hi
      send(wire, "0002 01 03 00000003 6869"); // DATA hi, FIN
      assertArrayEquals(HI, octets(get(stream.read(100))));
      expect(wire, "0004 00 04 00000003 00000002"); // WNDINC 2
      assertInstanceOf(ReadResult.EndOfStream.class, get(stream.read(100)));
    }
  }

  @Test
  void echoesAStreamAsServer() throws Exception {
    try (ExternalImplementation go = ExternalImplementation.of(DRIVER.toString());
        PipeWire wire = new PipeWire();
        PeerSession session = go.start(Role.SERVER, wire, PeerOptions.DEFAULTS)) {
      send(wire, "0000 00 01 00000003"); // SYN of stream 3
      send(wire, "0002 00 03 00000003 6869"); // DATA hi
      PeerStream stream = get(session.accept());
      assertEquals(3, stream.id());
      assertArrayEquals(HI, octets(get(stream.read(100))));
      get(stream.write(HI, true));
      expect(wire, "0004 00 04 00000003 00000002"); // WNDINC 2
      expect(wire, "0002 01 03 00000003 6869"); // DATA hi, FIN
    }
  }

  @Test
  void speaksAsTheSchemasSay() throws Exception {
    Path requests = folder.resolve("requests");
    Path answers = folder.resolve("answers");
    String pipe = "tee '" + requests + "' | '" + DRIVER + "' | tee '" + answers + "'";
    try (ExternalImplementation go =
            ExternalImplementation.of(List.of("bash", "-c", pipe), ExternalSettings.DEFAULTS);
        PipeWire wire = new PipeWire();
        PeerSession session = go.start(Role.CLIENT, wire, PeerOptions.DEFAULTS)) {
      PeerStream stream = get(session.open(OpenOptions.PLAIN));
      assertThrows(UnimplementedException.class, () -> get(stream.reset(7)));
      get(stream.close());
      get(session.closeSession());
      get(session.terminated());
    }
    ControlSchemas schemas = new ControlSchemas();
    schemas.checkRequests(Files.readAllLines(requests));
    schemas.checkAnswers(Files.readAllLines(answers));
  }

  private static void send(PipeWire wire, String hex) throws IOException {
    wire.kit().getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  private static void expect(PipeWire wire, String hex) throws IOException {
    String wanted = hex.replace(" ", "");
    byte[] octets = wire.kit().getInputStream().readNBytes(wanted.length() / 2);
    assertEquals(wanted, HexFormat.of().formatHex(octets));
  }

  private static byte[] octets(ReadResult result) {
    return assertInstanceOf(ReadResult.Octets.class, result).octets();
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    try {
      return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
