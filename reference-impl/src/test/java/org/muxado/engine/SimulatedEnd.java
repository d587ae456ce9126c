package org.muxado.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * One end of a simulated session: an application that does random things and checks what it sees.
 */
final class SimulatedEnd {

  /** What the application knows of one stream. */
  static final class Use {
    final EngineStream stream;
    int written;
    int read;
    boolean finished;
    boolean sawEof;
    boolean inputShut;

    Use(EngineStream stream) {
      this.stream = stream;
    }
  }

  final Engine engine;
  final Role role;
  final List<Use> uses = new ArrayList<>();
  final Map<Integer, Use> byId = new HashMap<>();
  final Set<Integer> handedOver = new HashSet<>();
  final List<Event> events = new ArrayList<>();
  private final Random random;
  private final ByteBuffer space = ByteBuffer.allocate(100_000);

  SimulatedEnd(Role role, EngineSettings settings, Random random) {
    this.role = role;
    this.random = random;
    this.engine = new Engine(role, settings, 0);
  }

  /** The octet at a place of what this end writes to a stream. */
  static byte octet(Role writer, int streamId, int index) {
    return (byte) (writer.firstId() * 100 + streamId * 31 + index * 7);
  }

  void act(long now) {
    switch (random.nextInt(12)) {
      case 0, 1 -> open();
      case 2, 3 -> accept();
      case 4, 5, 6 -> withUse(this::write);
      case 7, 8, 9 -> withUse(this::read);
      case 10 -> withUse(this::endSomehow);
      default -> {
        engine.tick(now);
        withUse(use -> engine.setPriority(use.stream, random.nextInt(4)));
      }
    }
  }

  private void withUse(java.util.function.Consumer<Use> action) {
    if (!uses.isEmpty()) {
      action.accept(uses.get(random.nextInt(uses.size())));
    }
  }

  private void open() {
    if (engine.open(random.nextInt(3), 0, random.nextInt(8) == 0)
        instanceof OpenResult.Opened opened) {
      add(opened.stream()).finished = opened.stream().outputFailure() != null;
    }
  }

  void accept() {
    EngineStream stream = engine.accept();
    if (stream != null) {
      handedOver.add(stream.id());
      add(stream);
    }
  }

  private Use add(EngineStream stream) {
    Use use = new Use(stream);
    uses.add(use);
    byId.put(stream.id(), use);
    return use;
  }

  private void write(Use use) {
    int length = random.nextInt(random.nextInt(10) == 0 ? 40_000 : 300);
    space.clear();
    for (int i = 0; i < length; i++) {
      space.put(octet(role, use.stream.id(), use.written + i));
    }
    int taken = engine.write(use.stream, space.flip());
    use.written += Math.max(taken, 0);
  }

  /** Reads some octets and checks that they are the next ones that the other end wrote. */
  int read(Use use) {
    Role writer = role == Role.CLIENT ? Role.SERVER : Role.CLIENT;
    space.clear().limit(1 + random.nextInt(70_000));
    int count = engine.read(use.stream, space);
    use.sawEof |= count == Engine.EOF;
    space.flip();
    for (int i = 0; i < count; i++) {
      if (space.get() != octet(writer, use.stream.id(), use.read)) {
        throw new AssertionError("stream " + use.stream.id() + " differs at " + use.read);
      }
      use.read++;
    }
    return count;
  }

  private void endSomehow(Use use) {
    switch (random.nextInt(6)) {
      case 0, 1, 2 -> use.finished |= engine.finish(use.stream);
      case 3 -> engine.close(use.stream, 0);
      case 4 -> shutdownInput(use);
      default -> engine.reset(use.stream, random.nextInt(6));
    }
  }

  private void shutdownInput(Use use) {
    engine.shutdownInput(use.stream);
    use.inputShut = true;
  }

  void takeEvents() {
    for (Event event = engine.pollEvent(); event != null; event = engine.pollEvent()) {
      events.add(event);
    }
  }
}
