package org.muxado.adapter.interop;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;
import org.muxado.engine.Role;

/** Tests that have a pair each, in either role, quirk setting off and on. */
@ParameterizedClass(name = "ours {0}, quirks {1}")
@CsvSource({"CLIENT, false", "CLIENT, true", "SERVER, false", "SERVER, true"})
abstract class EachGoPair {

  /** The two sessions. */
  protected GoPair pair;

  @Parameter(0)
  private Role role;

  @Parameter(1)
  private boolean quirks;

  @BeforeEach
  @Timeout(30)
  final void join() throws Exception {
    pair = GoPair.join(role, quirks);
  }

  @AfterEach
  final void part() throws Exception {
    if (pair != null) {
      pair.close();
    }
  }
}
