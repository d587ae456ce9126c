package org.muxado.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.muxado.cli.exit.UserException;

/**
 * What a command was given to read.
 *
 * @param name what to call it in messages
 * @param octets all of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record InputText(String name, byte[] octets) {

  private static final Path STANDARD_INPUT = Path.of("-");

  /**
   * Reads a file, or standard input if it is null or {@code -}.
   *
   * @throws UserException if it cannot be read
   */
  static InputText read(Streams streams, @Nullable Path file) {
    if (file == null || file.equals(STANDARD_INPUT)) {
      return standardInput(streams);
    }
    try {
      return new InputText(file.toString(), Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new UserException(file + ": there is no such file");
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? "it is a folder" : e.toString();
      throw new UserException(file + ": cannot be read: " + reason);
    }
  }

  private static InputText standardInput(Streams streams) {
    try {
      return new InputText("standard input", streams.in().readAllBytes());
    } catch (IOException e) {
      throw new UserException("standard input cannot be read: " + e);
    }
  }
}
