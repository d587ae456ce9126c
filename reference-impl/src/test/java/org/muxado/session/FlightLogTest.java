package org.muxado.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muxado.engine.Role;
import org.muxado.frame.ErrorCode;
import org.muxado.transport.InMemoryTransport;

/** Flight recordings show sessions and streams; without a recorder there are sessions, too. */
@Timeout(120)
class FlightLogTest {

  private static final String TRANSPORT = "flight log test";

  @TempDir Path folder;

  @Test
  void recordingShowsSessionsAndStreams() throws Exception {
    try (Recording recording = new Recording()) {
      recording.enable("org.muxado.Session");
      recording.enable("org.muxado.Stream");
      recording.start();
      exchange();
      recording.stop();
      List<RecordedEvent> events = events(recording);
      RecordedEvent session = only(events, "org.muxado.Session");
      assertEquals("CLIENT", session.getString("role"));
      assertEquals("KILLED", session.getString("cause"));
      RecordedEvent stream = only(events, "org.muxado.Stream");
      assertEquals(session.getLong("session"), stream.getLong("session"));
      assertEquals(3, stream.getInt("streamId"));
      assertEquals(5, stream.getLong("sentBytes"));
      assertEquals(7, stream.getLong("receivedBytes"));
      assertEquals("RESET_HERE", stream.getString("outcome"));
      assertEquals(ErrorCode.CANCEL, stream.getLong("code"));
      assertTrue(session.getDuration().compareTo(stream.getDuration()) >= 0);
    }
  }

  @Test
  void nothingIsRecordedWhereEventsAreOff() throws Exception {
    try (Recording recording = new Recording()) {
      recording.disable("org.muxado.Session");
      recording.disable("org.muxado.Stream");
      recording.start();
      exchange();
      recording.stop();
      assertEquals(List.of(), events(recording));
    }
  }

  @Test
  void sessionsRunWithoutTheRecordersModule() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "--limit-modules=java.base",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutRecorder.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), output);
    assertEquals("recorder present: false" + System.lineSeparator(), output);
    assertEquals(0, process.exitValue());
  }

  /** What the process without the module runs. */
  static final class WithoutRecorder {

    public static void main(String[] args) throws IOException {
      exchange();
      System.out.println("recorder present: " + FlightLog.Availability.PRESENT);
    }
  }

  /** The client sends 5 octets and gets 7. */
  private static void exchange() throws IOException {
    InMemoryTransport.Pair pair = InMemoryTransport.pair(4_096);
    NamedTransport transport = new NamedTransport(pair.client(), TRANSPORT);
    Session client = Session.start(Role.CLIENT, transport, Link.PLAIN);
    Session server = Session.start(Role.SERVER, pair.server(), Link.PLAIN);
    Stream asked = client.open();
    asked.writeLast(ByteBuffer.allocate(5));
    Stream answering = server.accept();
    answering.inputStream().readAllBytes();
    answering.write(ByteBuffer.allocate(7));
    asked.inputStream().readNBytes(7);
    asked.reset(ErrorCode.CANCEL);
    client.kill();
    client.close();
    server.kill();
  }

  /** The events of the session over our transport and of its streams. */
  private List<RecordedEvent> events(Recording recording) throws IOException {
    Path file = folder.resolve("recording.jfr");
    recording.dump(file);
    List<RecordedEvent> found = new ArrayList<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getEventType().getName().startsWith("org.muxado.")) {
        found.add(event);
      }
    }
    return found;
  }

  private static RecordedEvent only(List<RecordedEvent> events, String type) {
    List<RecordedEvent> found =
        events.stream()
            .filter(event -> event.getEventType().getName().equals(type))
            .filter(FlightLogTest::isOfTheClient)
            .toList();
    assertEquals(1, found.size(), () -> "of " + events);
    return found.get(0);
  }

  private static boolean isOfTheClient(RecordedEvent event) {
    boolean session = event.hasField("transport");
    return session ? TRANSPORT.equals(event.getString("transport")) : event.getBoolean("own");
  }
}
