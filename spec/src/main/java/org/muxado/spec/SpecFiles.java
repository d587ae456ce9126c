package org.muxado.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files of the specification on the class path, beside this class. */
final class SpecFiles {
  private SpecFiles() {}

  /**
   * Returns the text of a file.
   *
   * @throws IllegalStateException if the module was built without it
   */
  static String read(String name) {
    try (InputStream in = SpecFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the specification was packed without " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
