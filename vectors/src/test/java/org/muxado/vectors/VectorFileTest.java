package org.muxado.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTest {

  @TempDir Path folder;

  @Test
  void findsYamlInFoldersInOrder() throws IOException {
    Files.createDirectories(folder.resolve("conversations/goaway"));
    Files.writeString(folder.resolve("conversations/goaway/b.yaml"), "b");
    Files.writeString(folder.resolve("conversations/a.yaml"), "a");
    Files.writeString(folder.resolve("conversations/notes.txt"), "not YAML");
    List<VectorFile> expected =
        List.of(
            new VectorFile("conversations/a.yaml", "a"),
            new VectorFile("conversations/goaway/b.yaml", "b"));
    assertEquals(expected, VectorFile.under(folder));
  }

  @Test
  void takesASingleFileByItsOwnName() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "a");
    assertEquals(List.of(new VectorFile(file.toString(), "a")), VectorFile.under(file));
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThrows(NoSuchFileException.class, () -> VectorFile.under(folder.resolve("nowhere")));
  }

  @Test
  void readsThePackagedFolderFromAJar() throws IOException {
    Path jar = folder.resolve("with space.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("org/muxado/vectors/files/frames/syn.yaml"));
      zip.write('x');
    }
    URI packaged = URI.create("jar:" + jar.toUri() + "!/org/muxado/vectors/files");
    assertEquals(List.of(new VectorFile("frames/syn.yaml", "x")), VectorFile.at(packaged));
  }
}
