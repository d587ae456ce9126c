package org.muxado.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.muxado.frame.Decoded;
import org.muxado.frame.Frame;
import org.muxado.frame.FrameDecoder;

/** One engine under test, with the test as its peer: frames go in, frames and events come out. */
final class Wire {

  static final long SECOND = 1_000_000_000L;

  final Engine engine;
  private final FrameDecoder decoder = new FrameDecoder(false);
  private final ByteBuffer batch = ByteBuffer.allocate(1 << 17);
  final List<Event> events = new ArrayList<>();
  long now;

  Wire(Role role, EngineSettings settings) {
    engine = new Engine(role, settings, 0);
  }

  static Wire client() {
    return new Wire(Role.CLIENT, EngineSettings.DEFAULT);
  }

  static Wire server() {
    return new Wire(Role.SERVER, EngineSettings.DEFAULT);
  }

  /** Gives the engine frames. */
  Wire receive(Frame... frames) {
    for (Frame frame : frames) {
      ByteBuffer octets = ByteBuffer.allocate(frame.sizeBytes());
      frame.write(octets);
      receive(octets.flip());
    }
    return this;
  }

  Wire receiveHex(String hex) {
    return receive(ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", ""))));
  }

  private Wire receive(ByteBuffer octets) {
    while (octets.hasRemaining()) {
      engine.receive(octets, now);
    }
    return this;
  }

  /** Lets the engine write everything; returns it as frames. */
  List<Frame> sent() {
    List<Frame> frames = new ArrayList<>();
    while (engine.wantsOutput()) {
      batch.clear();
      int octets = engine.fill(batch, now);
      engine.writeStarted(octets, now);
      engine.written(octets, now);
      decode(batch.flip(), frames);
    }
    return frames;
  }

  void decode(ByteBuffer octets, List<Frame> frames) {
    for (Decoded found = decoder.next(octets); found != null; found = decoder.next(octets)) {
      if (found instanceof Frame.Data data) {
        frames.add(data(data.streamId(), text(data.payload()), data.fin()));
      } else if (found instanceof Frame frame) {
        frames.add(frame);
      } else if (found instanceof Decoded.Violation violation) {
        throw new AssertionError(violation.message());
      }
    }
  }

  /** All events since the last call. */
  List<Event> events() {
    List<Event> all = new ArrayList<>();
    for (Event event = engine.pollEvent(); event != null; event = engine.pollEvent()) {
      all.add(event);
    }
    return all;
  }

  /** Events without those that carry a stream or nothing of interest. */
  <T extends Event> List<T> events(Class<T> type) {
    return events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  Wire at(long nanos) {
    now = nanos;
    engine.tick(nanos);
    return this;
  }

  EngineStream open() {
    return open(0, 0, false);
  }

  EngineStream open(int priority, int type, boolean fin) {
    return ((OpenResult.Opened) engine.open(priority, type, fin)).stream();
  }

  Outcome refusal() {
    return ((OpenResult.Refused) engine.open(0, 0, false)).reason();
  }

  EngineStream accept() {
    EngineStream stream = engine.accept();
    if (stream == null) {
      throw new AssertionError("no stream to accept");
    }
    return stream;
  }

  int write(EngineStream stream, String text) {
    return engine.write(stream, StandardCharsets.UTF_8.encode(text));
  }

  /** Reads what is there: text, or "EOF" or "FAILED". */
  String read(EngineStream stream) {
    ByteBuffer target = ByteBuffer.allocate(1 << 20);
    int count = engine.read(stream, target);
    if (count == Engine.EOF) {
      return "EOF";
    }
    return count == Engine.FAILED ? "FAILED" : text(target.flip());
  }

  static Frame.Data data(int id, String text, boolean fin) {
    return new Frame.Data(id, fin, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Frame.Data data(int id, String text) {
    return data(id, text, false);
  }

  static Frame.Data data(int id, int length) {
    return data(id, "x".repeat(length), false);
  }

  static Frame.Syn syn(int id) {
    return new Frame.Syn(id, 0, 0, false);
  }

  static Frame.Syn synFin(int id) {
    return new Frame.Syn(id, 0, 0, true);
  }

  static Frame.Rst rst(int id, int code) {
    return new Frame.Rst(id, code);
  }

  static Frame.WndInc wndInc(int id, int increment) {
    return new Frame.WndInc(id, increment);
  }

  static Frame.GoAway goAway(int last, int code, String debug) {
    return new Frame.GoAway(last, code, StandardCharsets.UTF_8.encode(debug));
  }

  static String text(ByteBuffer octets) {
    return StandardCharsets.UTF_8.decode(octets.duplicate()).toString();
  }
}
