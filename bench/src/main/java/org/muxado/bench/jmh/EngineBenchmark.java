package org.muxado.bench.jmh;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.muxado.engine.Engine;
import org.muxado.engine.EngineSettings;
import org.muxado.engine.EngineStream;
import org.muxado.engine.OpenResult;
import org.muxado.engine.Role;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Two engines, back to back: the protocol without I/O, threads and locks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EngineBenchmark {

  private static final int BULK_BYTES = 65_536;

  private Engine client = new Engine(Role.CLIENT, EngineSettings.DEFAULT, 0);
  private Engine server = new Engine(Role.SERVER, EngineSettings.DEFAULT, 0);
  private final ByteBuffer wire = ByteBuffer.allocateDirect(BULK_BYTES);
  private final ByteBuffer octet = ByteBuffer.allocate(1);
  private final ByteBuffer bulk = ByteBuffer.allocate(BULK_BYTES);
  private final EngineStream sending = opened();
  private final EngineStream receiving = accepted();

  /** Opens a stream, echoes an octet, closes: both ends. */
  @Benchmark
  public int exchange() {
    EngineStream asking = opened();
    client.write(asking, octet.clear());
    move(client, server);
    EngineStream answering = accepted();
    server.read(answering, octet.clear());
    server.write(answering, octet.flip());
    server.close(answering, 0);
    move(server, client);
    int echoed = client.read(asking, octet.clear());
    client.close(asking, 0);
    move(client, server);
    return echoed;
  }

  /** Sends 64 KiB on a stream that stands, and reads them: both ends. */
  @Benchmark
  public int sendBulk() {
    client.write(sending, bulk.clear());
    move(client, server);
    bulk.clear();
    while (server.read(receiving, bulk) > 0 && bulk.hasRemaining()) {
      move(server, client);
      move(client, server);
    }
    move(server, client);
    return bulk.position();
  }

  private EngineStream opened() {
    OpenResult result = client.open(0, 0, false);
    if (result instanceof OpenResult.Opened opened) {
      return opened.stream();
    }
    client = new Engine(Role.CLIENT, EngineSettings.DEFAULT, 0); // the ids are used up
    server = new Engine(Role.SERVER, EngineSettings.DEFAULT, 0);
    return opened();
  }

  private EngineStream accepted() {
    move(client, server);
    EngineStream stream = server.accept();
    if (stream == null) {
      throw new IllegalStateException("the stream did not arrive");
    }
    return stream;
  }

  private void move(Engine from, Engine to) {
    while (from.wantsOutput()) {
      wire.clear();
      from.fill(wire, 0);
      wire.flip();
      from.writeStarted(wire.remaining(), 0);
      from.written(wire.remaining(), 0);
      to.receive(wire, 0);
      drainEvents(from);
      drainEvents(to);
    }
    drainEvents(from);
  }

  private static void drainEvents(Engine engine) {
    while (engine.pollEvent() != null) {
      // The benchmark looks by itself.
    }
  }
}
