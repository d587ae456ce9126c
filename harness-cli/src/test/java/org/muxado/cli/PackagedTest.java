package org.muxado.cli;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.muxado.vectors.source.Finding;
import org.muxado.vectors.source.FormatException;
import org.muxado.vectors.source.Location;

class PackagedTest {

  @Test
  void faultInOurOwnFilesIsAFaultOfTheKit() {
    FormatException fault =
        new FormatException(new Finding(new Location("ours.yaml", 1, 1), "x", "y"));

    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                Packaged.load(
                    () -> {
                      throw fault;
                    }));

    assertSame(fault, thrown.getCause());
  }
}
