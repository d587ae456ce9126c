package org.muxado.tck.external;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * A program for tests: its one stream is the connection itself. Its first argument names its fault
 * ("none" for none), its second one, if there, a file that records every line.
 */
final class FakeProgram {

  private static final Set<String> PLAIN = Set.of("close", "close-session", "go-away", "quiesce");

  private final String fault;
  private final PrintStream record;
  private Socket socket;
  private JsonNode heldRead;

  private FakeProgram(String fault, PrintStream record) {
    this.fault = fault;
    this.record = record;
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream record =
        new PrintStream(
            arguments.length > 1 ? new FileOutputStream(arguments[1], true) : System.err,
            true,
            "UTF-8");
    new FakeProgram(arguments[0], record).serve();
  }

  private void serve() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      record.println("> " + line);
      JsonNode request = Json.MAPPER.readTree(line);
      String op = request.get("op").textValue();
      if (!misbehaves(op, request)) {
        behave(op, request);
      }
    }
  }

  /** Commits the fault, where this is the operation that it belongs to. */
  private boolean misbehaves(String op, JsonNode request) throws IOException {
    if (fault.equals("exit-at-" + op)) {
      System.err.println("panic: out of beans");
      System.exit(3);
    }
    switch (fault + "@" + op) {
      case "exit@write" -> {
        System.err.println("panic: out of beans");
        System.exit(3);
      }
      case "close-output@write" -> System.out.close();
      case "chatty@hello" -> System.out.println("Hello, I am a driver");
      case "garbage@write", "garbage-at-terminated@terminated", "garbage-at-accept@accept" ->
          System.out.println("I am not JSON");
      case "bad-ok@open" -> answer(request, "ok", object().put("id", "three"));
      case "twice@write" -> ok(request);
      case "other-seq@write" -> say("{\"seq\":4711,\"ok\":{}}");
      case "hang@hello", "hang-start@start", "hang-end@end", "hang@no-such-operation" -> {}
      case "never-connects@start" -> ok(request);
      case "refuses@start" -> error(request, object().put("kind", "OTHER").put("message", "no"));
      case "lacks-option@start" -> answer(request, "unimplemented", text("heartbeat"));
      case "wrong-number@start" -> {
        connect(request, request.get("session").longValue() + 1).close();
        return false;
      }
      case "yes-man@no-such-operation" -> ok(request);
      case "old@hello" -> answer(request, "ok", greeting().put("protocol", 2));
      default -> {
        return false;
      }
    }
    return !fault.equals("twice");
  }

  private void behave(String op, JsonNode request) throws IOException {
    switch (op) {
      case "hello" -> answer(request, "ok", greeting());
      case "start" -> {
        socket = connect(request, request.get("session").longValue());
        ok(request);
      }
      case "open" -> answer(request, "ok", object().put("id", 3).put("priority", 7));
      case "accept" -> answer(request, "ok", object().put("id", 4).put("type", 4_294_967_295L));
      case "write" -> write(request);
      case "read" -> read(request);
      case "reset" -> error(request, gone());
      case "outcome" -> answer(request, "ok", gone());
      case "terminated" ->
          answer(
              request, "ok", object().put("cause", "CLOSED").put("by-peer", true).put("code", 0));
      case "kill" -> {
        socket.setSoLinger(true, 0);
        socket.close();
        ok(request);
      }
      case "end" -> {
        if (socket != null) {
          socket.close();
        }
        ok(request);
      }
      default -> {
        if (PLAIN.contains(op)) {
          ok(request);
        } else {
          answer(request, "unimplemented", text(op));
        }
      }
    }
  }

  private void write(JsonNode request) throws IOException {
    socket.getOutputStream().write(request.get("data").binaryValue());
    if (request.has("fin")) {
      socket.shutdownOutput();
    }
    ok(request);
    if (heldRead != null) {
      JsonNode read = heldRead;
      heldRead = null;
      read(read);
    }
  }

  /** Reads; with the fault "late-reads", the first read is answered after the next write. */
  private void read(JsonNode request) throws IOException {
    if (fault.equals("late-reads") && heldRead == null && request.get("max").intValue() == 99) {
      heldRead = ((ObjectNode) request).put("max", 98);
      return;
    }
    byte[] octets = new byte[request.get("max").intValue()];
    int count = socket.getInputStream().read(octets);
    ObjectNode result = object();
    if (count < 0) {
      result.put("eof", true);
    } else {
      result.put("data", Arrays.copyOf(octets, count));
    }
    answer(request, "ok", result);
  }

  private static Socket connect(JsonNode request, long number) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), request.get("port").intValue());
    new DataOutputStream(socket.getOutputStream()).writeLong(number);
    return socket;
  }

  private static ObjectNode gone() {
    return object().put("kind", "GONE_AWAY").put("code", 0).put("retry", "NOT_PROCESSED");
  }

  private static ObjectNode greeting() {
    ObjectNode greeting =
        object()
            .put("protocol", 1)
            .put("name", "fake")
            .put("version", "pid " + ProcessHandle.current().pid())
            .put("language", "Java");
    greeting.putArray("capabilities").add("RESET").add("GO_AWAY");
    return greeting;
  }

  private void ok(JsonNode request) {
    answer(request, "ok", object());
  }

  private void error(JsonNode request, ObjectNode error) {
    answer(request, "error", error);
  }

  private void answer(JsonNode request, String member, JsonNode value) {
    say(object().put("seq", request.get("seq").longValue()).set(member, value).toString());
  }

  private void say(String line) {
    record.println("< " + line);
    System.out.println(line);
  }

  private static ObjectNode object() {
    return Json.MAPPER.createObjectNode();
  }

  private static JsonNode text(String text) {
    return Json.MAPPER.getNodeFactory().textNode(text);
  }
}
