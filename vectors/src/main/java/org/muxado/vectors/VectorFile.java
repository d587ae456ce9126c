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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.muxado.vectors.source.FormatException;
import org.muxado.vectors.source.Node.Mapping;
import org.muxado.vectors.source.Spelling;
import org.muxado.vectors.source.Utf8;
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
   * All files {@code *.yaml} under a folder, or that one file, in the order of their paths.
   *
   * @throws IOException if something cannot be read
   * @throws FormatException if one of them is not UTF-8 text
   */
  public static List<VectorFile> under(Path folder) throws IOException {
    List<VectorFile> files = new ArrayList<>();
    for (Path path : paths(folder)) {
      files.add(read(name(folder, path), path));
    }
    files.sort(Comparator.comparing(VectorFile::path));
    return List.copyOf(files);
  }

  /**
   * The paths of all files {@code *.yaml} under a folder, or that one file, in their order. What a
   * build has written ({@code target}) and hidden folders are left out.
   *
   * @throws IOException if a folder cannot be read
   */
  public static List<Path> paths(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(path -> path.toString().endsWith(".yaml") && isSource(folder.relativize(path)))
          .sorted(Comparator.comparing(Path::toString))
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

  /**
   * Reads one file.
   *
   * @param name its name from now on
   * @throws IOException if it cannot be read
   * @throws FormatException if it is not UTF-8 text
   */
  public static VectorFile read(String name, Path file) throws IOException {
    return new VectorFile(name, Utf8.text(name, Files.readAllBytes(file)));
  }

  private static String name(Path folder, Path file) {
    Path name = folder.equals(file) ? file : folder.relativize(file);
    return name.toString().replace('\\', '/');
  }
}
