package org.muxado.bench;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A program of {@code bench/go}: for each line with a workload and a time in nanoseconds it plays a
 * round and answers with the numbers of a {@link Sample}.
 */
final class GoProgram implements Contender {

  private final String name;
  private final Process process;
  private final PrintWriter asks;
  private final BufferedReader answers;

  /** Starts the program, which then waits. */
  GoProgram(Path program) throws IOException {
    name = "Go " + program.getFileName();
    process =
        new ProcessBuilder(program.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    asks =
        new PrintWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII), true);
    answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String baseline() {
    return InJava.raw(Callers.PLATFORM).name();
  }

  @Override
  public Sample play(Workload workload, long roundNanos) throws IOException {
    asks.println(workload + " " + roundNanos);
    String answer = answers.readLine();
    if (answer == null) {
      throw new EOFException(name + " ended in " + workload);
    }
    long[] numbers = Stream.of(answer.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    return new Sample(numbers[0], numbers[1], numbers[2]);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
