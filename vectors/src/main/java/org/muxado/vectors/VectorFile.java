package org.muxado.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.muxado.vectors.source.FormatException;
import org.muxado.vectors.source.Node.Mapping;
import org.muxado.vectors.source.Spelling;
import org.muxado.vectors.source.YamlSource;

/**
 * A file of vectors or conversations.
 *
 * @param path its name under the folder that it was found in, with {@code /} between folders
 * @param text its content
 */
public record VectorFile(String path, String text) {

  private static final String PACKAGED = "/org/muxado/vectors/files";

  /** The files that come with this module, in the order of their paths. */
  public static List<VectorFile> packaged() {
    URL folder = VectorFile.class.getResource(PACKAGED);
    if (folder == null) {
      throw new IllegalStateException("the vectors are not on the class path at " + PACKAGED);
    }
    try {
      return at(folder.toURI());
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("the vectors at " + folder + " cannot be read", e);
    }
  }

  /** The files in the packaged folder, which stands in a directory or in a jar. */
  static List<VectorFile> at(URI folder) throws IOException {
    if (folder.getScheme().equals("file")) {
      return under(Path.of(folder));
    }
    URI jar = URI.create(folder.toString().substring(0, folder.toString().indexOf('!')));
    try (FileSystem files =
        FileSystems.newFileSystem(Path.of(URI.create(jar.getRawSchemeSpecificPart())), Map.of())) {
      return under(files.getPath(PACKAGED));
    }
  }

  /**
   * All files {@code *.yaml} under a folder, or that one file, in the order of their paths. What a
   * build has written ({@code target}) and hidden folders are left out.
   *
   * @throws IOException if something cannot be read
   */
  public static List<VectorFile> under(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(path -> path.toString().endsWith(".yaml") && isSource(folder.relativize(path)))
          .map(path -> read(folder, path))
          .sorted(Comparator.comparing(VectorFile::path))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isSource(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .map(Path::toString)
        .noneMatch(name -> name.equals("target") || name.startsWith("."));
  }

  /**
   * Whether the file is none of vectors or conversations, but something else in YAML, such as the
   * list of faults. A file that is broken, or seems to have misspelt its key, is not.
   */
  public boolean isOfAnotherKind() {
    try {
      return YamlSource.parse(path, text) instanceof Mapping map
          && map.entries().keySet().stream()
              .noneMatch(key -> Spelling.closest(key, Vectors.ROOTS).isPresent());
    } catch (FormatException e) {
      return false;
    }
  }

  private static VectorFile read(Path folder, Path file) {
    String name = folder.equals(file) ? file.toString() : folder.relativize(file).toString();
    try {
      return new VectorFile(name.replace('\\', '/'), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
