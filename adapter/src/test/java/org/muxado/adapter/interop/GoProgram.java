package org.muxado.adapter.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * The program {@code interop/go-muxado-v1/pair}: a session of the Go library that does what it is
 * told. Thread-safe.
 */
final class GoProgram implements AutoCloseable {

  private static final Path PROGRAM =
      Path.of("..", "interop", "go-muxado-v1", "pair", "pair").toAbsolutePath().normalize();

  private final Process process;
  private final Writer commands;
  private final BufferedReader answers;
  private final AtomicInteger lastTag = new AtomicInteger();
  private final Map<String, CompletableFuture<String>> pending = new ConcurrentHashMap<>();
  private volatile boolean killed;

  private GoProgram(Process process) {
    this.process = process;
    commands = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Skips the test where the program was not built, unless the environment demands it. */
  static void require() {
    boolean built = Files.isExecutable(PROGRAM);
    String remedy = PROGRAM + " is not built: run interop/go-muxado-v1/build";
    assertTrue(built || !"1".equals(System.getenv("MUXADO_REQUIRE_GO")), remedy);
    assumeTrue(built, remedy);
  }

  /** Starts the program, which does not listen to commands before {@link #obey}. */
  static GoProgram start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
    command.addAll(Arrays.asList(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new GoProgram(process);
  }

  /** The port that a server prints first. */
  int listeningPort() throws IOException {
    String line = answers.readLine();
    if (line == null || !line.startsWith("listening ")) {
      throw new IOException("the Go program says: " + line);
    }
    return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
  }

  /** Takes answers from now on. */
  GoProgram obey() {
    Thread reader = new Thread(this::takeAnswers, "go-answers");
    reader.setDaemon(true);
    reader.start();
    return this;
  }

  private void takeAnswers() {
    try {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        take(line);
      }
    } catch (IOException e) {
      // As at the end: nobody answers any more.
    }
    pending.values().forEach(call -> call.completeExceptionally(gone()));
  }

  private static IOException gone() {
    return new IOException("the Go program has ended; its standard error tells why");
  }

  private void take(String line) {
    String[] words = line.split(" ", 3);
    CompletableFuture<String> call = pending.remove(words[0]);
    String result = words.length > 2 ? words[2] : "";
    if (words[1].equals("ok")) {
      call.complete(result);
    } else {
      call.completeExceptionally(new IOException("the Go library says: " + result));
    }
  }

  /** Gives a command; fails as the command does, or when the program ends. */
  CompletableFuture<String> call(String verb, Object... arguments) {
    String tag = Integer.toString(lastTag.incrementAndGet());
    CompletableFuture<String> call = new CompletableFuture<>();
    pending.put(tag, call);
    String words = Arrays.stream(arguments).map(word -> " " + word).collect(Collectors.joining());
    try {
      write(tag + " " + verb + words + "\n");
    } catch (IOException e) {
      call.completeExceptionally(gone());
    }
    if (!process.isAlive()) {
      call.completeExceptionally(gone());
    }
    return call;
  }

  private synchronized void write(String line) throws IOException {
    commands.write(line);
    commands.flush();
  }

  /** Kills the program, and waits until it is dead. */
  void kill() throws InterruptedException {
    killed = true;
    process.destroyForcibly().waitFor();
  }

  /** Lets a program that was not killed end, which fails if it found something wrong. */
  @Override
  public void close() throws IOException {
    if (killed) {
      return;
    }
    commands.close();
    try {
      process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), "exit status of the Go program");
  }
}
