package org.muxado.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that turn octets into text, or text into octets. */
final class OctetOptions {

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "Read this file; '-' is standard input.")
  private @Nullable Path file;

  @Option(
      names = {"-b", "--binary"},
      description = "Read or write the octets themselves, not hex.")
  private boolean isBinary;

  /** Whether octets are themselves, not hex. */
  boolean isBinary() {
    return isBinary;
  }

  /** Whether a file is named, standard input included. */
  boolean hasFile() {
    return file != null;
  }

  /** Reads the file, or standard input where none is named. */
  InputText read(Streams streams) {
    return InputText.read(streams, file);
  }
}
