package org.muxado.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayLineTest {

  @Test
  void namesCaseAndRole() {
    assertEquals(
        "./muxado run --sut bundled --case goaway/split --role server",
        new ReplayLine(List.of("run", "--sut", "bundled")).of("goaway/split@server"));
  }

  @Test
  void quotesWhatAShellWouldTakeApart() {
    assertEquals(
        "./muxado run --sut 'cmd:./driver '\\''a b'\\''' --case frames/x/decode",
        new ReplayLine(List.of("run", "--sut", "cmd:./driver 'a b'")).of("frames/x/decode"));
  }
}
