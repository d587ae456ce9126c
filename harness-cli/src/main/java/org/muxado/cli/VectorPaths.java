package org.muxado.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muxado.cli.exit.UserException;
import org.muxado.vectors.VectorFile;
import org.muxado.vectors.source.Finding;
import org.muxado.vectors.source.FormatException;

/**
 * Reads the vector files that were named on the command line. They carry their absolute paths,
 * since ids are held against them; {@link #shown} makes those short again.
 */
final class VectorPaths {

  private final Map<String, String> shownByAbsolute = new LinkedHashMap<>();
  private final List<VectorFile> files = new ArrayList<>();
  private final List<Finding> unreadable = new ArrayList<>();
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
    List<Path> found = under(path);
    if (found.isEmpty()) {
      throw new UserException(path + ": there is no *.yaml file");
    }
    found.forEach(file -> add(file, Files.isDirectory(path)));
  }

  private void add(Path shown, boolean isFromFolder) {
    String absolute = shown.toAbsolutePath().normalize().toString().replace('\\', '/');
    if (shownByAbsolute.put(absolute, shown.toString()) != null) {
      return;
    }
    try {
      VectorFile file = VectorFile.read(absolute, shown);
      if (isFromFolder && file.isOfAnotherKind()) {
        passedOver.add(shown.toString());
        shownByAbsolute.remove(absolute);
      } else {
        files.add(file);
      }
    } catch (FormatException e) {
      unreadable.addAll(e.findings());
    } catch (IOException e) {
      throw new UserException(shown + ": cannot be read: " + e);
    }
  }

  private static List<Path> under(Path path) {
    try {
      return VectorFile.paths(path);
    } catch (NoSuchFileException e) {
      throw new UserException(path + ": there is no such file or folder");
    } catch (IOException e) {
      throw new UserException(path + ": cannot be read: " + e);
    }
  }

  /** What keeps some of the files from being read; the others are read all the same. */
  List<Finding> unreadable() {
    return List.copyOf(unreadable);
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
