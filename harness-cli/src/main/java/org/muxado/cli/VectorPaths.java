package org.muxado.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muxado.cli.exit.UserException;
import org.muxado.vectors.VectorFile;

/**
 * Reads the vector files that were named on the command line. They carry their absolute paths,
 * since ids are held against them; {@link #shown} makes those short again.
 */
final class VectorPaths {

  private final Map<String, String> shownByAbsolute = new LinkedHashMap<>();
  private final List<VectorFile> files = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();

  private VectorPaths() {}

  /**
   * Reads files, and all {@code *.yaml} files under folders.
   *
   * @throws UserException if a path does not exist, cannot be read, or holds no such file
   */
  static VectorPaths read(List<Path> paths) {
    VectorPaths read = new VectorPaths();
    paths.forEach(read::add);
    return read;
  }

  private void add(Path path) {
    List<VectorFile> found = under(path);
    if (found.isEmpty()) {
      throw new UserException(path + ": there is no *.yaml file");
    }
    boolean isFolder = Files.isDirectory(path);
    for (VectorFile file : found) {
      Path shown = isFolder ? path.resolve(file.path()) : path;
      String absolute = shown.toAbsolutePath().normalize().toString().replace('\\', '/');
      if (isFolder && file.isOfAnotherKind()) {
        passedOver.add(shown.toString());
      } else if (shownByAbsolute.put(absolute, shown.toString()) == null) {
        files.add(new VectorFile(absolute, file.text()));
      }
    }
  }

  private static List<VectorFile> under(Path path) {
    try {
      return VectorFile.under(path);
    } catch (NoSuchFileException e) {
      throw new UserException(path + ": there is no such file or folder");
    } catch (CharacterCodingException e) {
      throw new UserException(path + ": holds a file that is not UTF-8 text");
    } catch (IOException e) {
      throw new UserException(path + ": cannot be read: " + e);
    }
  }

  /** Files in folders that hold neither vectors nor conversations, as they were given. */
  List<String> passedOver() {
    return List.copyOf(passedOver);
  }

  /** The files, each once. */
  List<VectorFile> files() {
    return List.copyOf(files);
  }

  /** A message about these files with the paths as they were given. */
  String shown(String message) {
    String text = message;
    for (Map.Entry<String, String> path : shownByAbsolute.entrySet()) {
      text = text.replace(path.getKey() + ":", path.getValue() + ":");
    }
    return text;
  }
}
