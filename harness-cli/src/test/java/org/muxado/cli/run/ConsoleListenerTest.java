package org.muxado.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.cli.CodecAdapter;
import org.muxado.tck.expect.Expectations;
import org.muxado.tck.junit.ConformanceRun;
import org.muxado.tck.suite.CaseCatalog;
import org.muxado.tck.suite.Kit;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.KitSettings;

class ConsoleListenerTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter terminal = new StringWriter();

  @Test
  void terminalShowsHowFarTheRunIs() {
    run(new CodecAdapter(), "frames/rst/cancel/encode", "frames/rst/no-error/encode");

    assertEquals("", out.toString());
    assertEquals(
        List.of("1 of 2: frames/rst/cancel/encode", "2 of 2: frames/rst/no-error/encode"), shown());
  }

  @Test
  void terminalCountsFailures() {
    run(new CodecAdapter.Faulty(), "frames/rst/cancel/encode", "frames/rst/no-error/encode");

    assertTrue(out.toString().startsWith("FAIL frames/rst/cancel/encode"), out.toString());
    assertEquals("2 of 2: 1 failed, frames/rst/no-error/encode", shown().get(1));
  }

  private void run(CodecAdapter implementation, String... ids) {
    Kit kit = new Kit(implementation, KitSettings.DEFAULTS);
    CaseCatalog catalog = CaseCatalog.packaged();
    List<KitCase> cases = List.of(ids).stream().map(id -> catalog.find(id).orElseThrow()).toList();
    ConsoleListener.Screen screen =
        new ConsoleListener.Screen(
            new PrintWriter(out), new LiveLine(new PrintWriter(terminal), true), false);
    ConsoleListener listener =
        new ConsoleListener(
            screen, Expectations.none(), kit.rules(), new ReplayLine(List.of("run")), cases.size());
    new ConformanceRun(kit, cases, 1).execute(listener);
  }

  /** What stood on the line, one text after the other. */
  private List<String> shown() {
    return List.of(terminal.toString().split("\\u001B\\[\\?7l", -1)).stream()
        .skip(1)
        .map(text -> text.substring(0, text.indexOf('\u001B')))
        .toList();
  }
}
