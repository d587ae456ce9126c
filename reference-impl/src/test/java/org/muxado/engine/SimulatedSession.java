package org.muxado.engine;

import java.nio.ByteBuffer;
import java.util.Random;

/**
 * Two engines over pipes that cut the octets anywhere and may break at any octet: random, but the
 * same for the same seed.
 */
final class SimulatedSession {

  /** One direction of the transport. */
  private static final class Pipe {
    final FrameMonitor monitor;
    final ByteBuffer batch = ByteBuffer.allocate(70_000).limit(0);
    final ByteBuffer flying = ByteBuffer.allocate(200_000).limit(0);
    int breaksAfter = Integer.MAX_VALUE;
    boolean endsWithThrow;
    boolean closed;

    Pipe(Role sender) {
      monitor = new FrameMonitor(sender);
    }
  }

  final SimulatedEnd client;
  final SimulatedEnd server;
  private final Random random;
  private final Pipe up = new Pipe(Role.CLIENT);
  private final Pipe down = new Pipe(Role.SERVER);
  long now;

  SimulatedSession(long seed, EngineSettings settings) {
    random = new Random(seed);
    client = new SimulatedEnd(Role.CLIENT, settings, random);
    server = new SimulatedEnd(Role.SERVER, settings, random);
  }

  /** Lets one direction break after some octets, as a write that throws or as a plain end. */
  void breakAfter(boolean clientToServer, int octets, boolean writeThrows) {
    Pipe pipe = clientToServer ? up : down;
    pipe.breaksAfter = octets;
    pipe.endsWithThrow = writeThrows;
  }

  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      now += random.nextInt(1_000_000);
      (random.nextBoolean() ? client : server).act(now);
      transfer();
    }
  }

  void transfer() {
    move(client, up, server, down);
    move(server, down, client, up);
  }

  private void move(SimulatedEnd from, Pipe pipe, SimulatedEnd to, Pipe back) {
    from.takeEvents();
    pipe.closed |= from.events.contains(new Event.DropTransport());
    if (!pipe.batch.hasRemaining() && from.engine.wantsOutput()) {
      pipe.batch.clear();
      from.engine.fill(pipe.batch, 0);
      pipe.batch.flip();
      pipe.monitor.check(pipe.batch.duplicate(), back.monitor);
    }
    if (pipe.batch.hasRemaining() && !pipe.closed) {
      write(from, pipe);
    }
    deliver(to, pipe, pipe.flying.remaining());
    from.takeEvents();
    to.takeEvents();
  }

  private void write(SimulatedEnd from, Pipe pipe) {
    int offered = 1 + random.nextInt(pipe.batch.remaining());
    pipe.flying.compact();
    int taken = Math.min(Math.min(offered, pipe.flying.remaining()), pipe.breaksAfter);
    pipe.flying.put(pipe.batch.slice(pipe.batch.position(), taken)).flip();
    from.engine.writeStarted(offered, now);
    pipe.breaksAfter -= pipe.breaksAfter == Integer.MAX_VALUE ? 0 : taken;
    if (pipe.breaksAfter == 0 && pipe.endsWithThrow) {
      from.engine.writeFailed("broken", now);
      pipe.closed = true;
    } else {
      pipe.batch.position(pipe.batch.position() + taken);
      from.engine.written(taken, now);
      pipe.closed = pipe.breaksAfter == 0;
    }
  }

  private void deliver(SimulatedEnd to, Pipe pipe, int available) {
    int count = available == 0 ? 0 : 1 + random.nextInt(available);
    ByteBuffer piece =
        ByteBuffer.allocate(count).put(0, pipe.flying, pipe.flying.position(), count);
    pipe.flying.position(pipe.flying.position() + count);
    while (piece.hasRemaining()) {
      to.engine.receive(piece, now);
    }
  }

  /** Ends the transport everywhere: what flies arrives first. */
  void end() {
    deliverAll(server, up);
    deliverAll(client, down);
    client.engine.inputEnded("end of the transport", now);
    server.engine.inputEnded("end of the transport", now);
    client.takeEvents();
    server.takeEvents();
  }

  private void deliverAll(SimulatedEnd to, Pipe pipe) {
    while (pipe.flying.hasRemaining()) {
      deliver(to, pipe, pipe.flying.remaining());
    }
  }
}
