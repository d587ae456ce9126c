package org.muxado.tck.external;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.external.ProgramFailedException.Kind;

/**
 * The operating system's process of an external program. Thread-safe: a thread of its own writes
 * standard input, so that a program that does not read never blocks a caller; another one collects
 * standard error.
 */
final class ProgramProcess {

  private static final int TAIL_LINES = 10;

  /** How long a process that closed its output may take to end; it only chooses the words. */
  private static final Duration EXIT_GRACE = Duration.ofSeconds(2);

  private static final byte[] END = new byte[0];

  private final Process process;
  private final StderrLog stderr = new StderrLog();
  private final BlockingQueue<byte[]> input = new LinkedBlockingQueue<>();
  private final Thread stderrReader;

  private ProgramProcess(Process process) {
    this.process = process;
    Threads.start("muxado-driver-requests", this::writeInput);
    this.stderrReader = Threads.start("muxado-driver-stderr", this::collectStderr);
  }

  /**
   * Runs a command.
   *
   * @throws ProgramFailedException if it cannot be run
   */
  static ProgramProcess start(List<String> command) {
    try {
      return new ProgramProcess(new ProcessBuilder(command).start());
    } catch (IOException e) {
      throw new ProgramFailedException(Kind.NOT_STARTED, OptionalInt.empty(), cannotRun(e), "");
    }
  }

  /** What Java says names the program; what we say of it has to be no more. */
  private static String cannotRun(IOException e) {
    String message = e.getMessage();
    return message == null ? "Cannot run the program: " + e : message;
  }

  /** Queues a line, its line end included. */
  void send(byte[] line) {
    input.add(line);
  }

  /** The program's standard output. */
  InputStream output() {
    return process.getInputStream();
  }

  /** Returns the next line of output, or null at its end, which a read that fails is too. */
  @Nullable String nextLine(LineReader lines) throws MalformedAnswerException {
    try {
      return lines.next();
    } catch (IOException e) {
      return null;
    }
  }

  private void writeInput() {
    try (OutputStream out = process.getOutputStream()) {
      for (byte[] line = input.take(); line.length > 0; line = input.take()) {
        out.write(line);
        out.flush();
      }
    } catch (IOException | InterruptedException e) {
      // The program reads no more; the end of its output, or a time-out, says what became of it.
      input.clear();
    }
  }

  private void collectStderr() {
    char[] chunk = new char[4096];
    try (InputStreamReader text =
        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8)) {
      for (int count = text.read(chunk); count >= 0; count = text.read(chunk)) {
        stderr.append(new String(chunk, 0, count));
      }
    } catch (IOException e) {
      stderr.append("\n[standard error broke: " + e.getMessage() + "]\n");
    }
  }

  /** Says why there is no more output; waits a moment for the exit code, then kills the rest. */
  ProgramFailedException whyOutputEnded() {
    boolean exited = waitFor(EXIT_GRACE);
    OptionalInt code = exitCode();
    if (exited) {
      awaitLastWords(); // destroying closes the pipe, and what nobody has read is lost
    }
    destroy();
    awaitLastWords();
    return exited
        ? new ProgramFailedException(
            Kind.EXITED, code, "The program exited with code " + code.orElse(0), stderrTail())
        : new ProgramFailedException(
            Kind.CLOSED_OUTPUT, code, "The program closed its standard output", stderrTail());
  }

  private void awaitLastWords() {
    try {
      stderrReader.join(EXIT_GRACE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The exit code, if the process has ended. */
  OptionalInt exitCode() {
    return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
  }

  /** The last lines of standard error so far. */
  String stderrTail() {
    return stderr.tail(TAIL_LINES, 0);
  }

  /**
   * The last lines of standard error, of those behind its first characters. Waits a moment for what
   * is on its way; it only chooses the words.
   */
  String lastWords(long fromChars) {
    stderr.awaitQuiet();
    return stderr.tail(TAIL_LINES, fromChars);
  }

  /** How many characters the program has written to standard error. */
  long stderrChars() {
    return stderr.length();
  }

  /** Ends standard input, which asks the program to exit, and kills it if it takes too long. */
  void end(Duration patience) {
    input.add(END);
    waitFor(patience);
    destroy();
  }

  /** Kills the process and all that it started. Returns at once. */
  void destroy() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    input.add(END);
  }

  private boolean waitFor(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
