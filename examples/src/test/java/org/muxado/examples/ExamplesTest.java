package org.muxado.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the examples, and sees that they leave no thread behind. */
@Timeout(120)
class ExamplesTest {

  /** An example. */
  private interface Example {
    void run(PrintStream out) throws Exception;
  }

  private static List<String> linesOf(Example example) throws Exception {
    LiveThreads before = LiveThreads.now();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    example.run(new PrintStream(printed, true, UTF_8));
    assertEquals(List.of(), before.moreSince());
    return printed.toString(UTF_8).lines().toList();
  }

  @Test
  void servesFromBehindAFirewall() throws Exception {
    assertEquals(
        List.of("The hub wants: greeter", "The hub is told: Hello, hub, says the greeter"),
        linesOf(ReverseServer::run));
  }

  @Test
  void forwardsAPort() throws Exception {
    assertEquals(List.of("THROUGH ONE SESSION", "AND AGAIN"), linesOf(PortForwarder::run));
  }

  @Test
  void retriesWhatNobodyHasSeen() throws Exception {
    List<String> lines = linesOf(RetryingClient::run);
    assertEquals(4, lines.size());
    assertEquals(1, lines.stream().filter(line -> line.endsWith("by the old server")).count());
    assertEquals(2, lines.stream().filter(line -> line.endsWith("by the new server")).count());
    assertTrue(lines.contains("crash was not tried again, its verdict is UNKNOWN"));
  }
}
