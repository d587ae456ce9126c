package org.muxado.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RunOptionsTest {

  private static RunOptions parsed(String... args) {
    RunOptions options = new RunOptions();
    new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(options)).parseArgs(args);
    return options;
  }

  /** One at a time took ten minutes where an implementation hangs in many cases. */
  @Test
  void severalCasesRunAtOnceUnlessToldOtherwise() {
    int jobs = parsed().jobs();
    assertTrue(jobs > 1 && jobs <= 8, jobs + " jobs");
    assertEquals(1, parsed("--jobs", "1").jobs());
    assertEquals(1, parsed("--seed", "7").jobs(), "in order");
  }
}
