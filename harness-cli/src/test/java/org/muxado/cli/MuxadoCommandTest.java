package org.muxado.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class MuxadoCommandTest {

  static Collection<String> verbs() {
    Streams streams =
        Streams.of(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            false);
    return MuxadoCommand.on(streams).getSubcommands().keySet();
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void everyVerbHasHelpWithAnExample(String verb) {
    Run run = Run.of(verb, "--help");

    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("Example: muxado " + verb), run.out());
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void helpFitsEightyColumns(String verb) {
    List<String> tooLong =
        Run.of(verb, "--help").lines().stream().filter(l -> l.length() > 80).toList();

    assertEquals(List.of(), tooLong);
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void helpListsEveryVerbInOneLine(String verb) {
    long lines =
        Run.of("--help").out().lines().filter(l -> l.startsWith("  " + verb + " ")).count();

    assertEquals(1, lines);
  }

  @Test
  void noCommandIsWrongUse() {
    assertEquals(new Run(2, "", "muxado: no command was given; see 'muxado --help'\n"), Run.of());
  }

  @Test
  void unknownCommandGetsASuggestion() {
    assertEquals(
        new Run(
            2,
            "",
            "muxado: unknown command 'explian', did you mean 'explain'?; see 'muxado --help'\n"),
        Run.of("explian"));
  }

  @Test
  void unknownOptionIsWrongUse() {
    assertEquals(
        new Run(2, "", "muxado: unknown option '--sideways'; see 'muxado decode --help'\n"),
        Run.of("decode", "--sideways", "00"));
    assertEquals(
        "muxado: unknown option '--cas', did you mean '--case'?; see 'muxado run --help'\n",
        Run.of("run", "--cas", "x").err());
  }

  @Test
  void versionNamesTheKit() {
    assertTrue(Run.of("--version").out().startsWith("muxado "));
  }

  @Test
  void faultOfTheKitShowsItsTraceAndWhereToReport() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CommandLine command =
        MuxadoCommand.on(Streams.of(brokenInput(), OutputStream.nullOutputStream(), err, false));

    int exitCode = command.execute("decode");

    String text = err.toString(StandardCharsets.UTF_8);
    assertEquals(3, exitCode);
    assertTrue(text.contains("Please report"), text);
    assertTrue(text.contains("IllegalStateException: broken on purpose"), text);
  }

  private static InputStream brokenInput() {
    return new FilterInputStream(InputStream.nullInputStream()) {
      @Override
      public byte[] readAllBytes() {
        throw new IllegalStateException("broken on purpose");
      }
    };
  }
}
