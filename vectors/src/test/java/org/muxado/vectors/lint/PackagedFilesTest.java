package org.muxado.vectors.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muxado.vectors.VectorFile;
import org.muxado.vectors.Vectors;

class PackagedFilesTest {

  @Test
  void ownFilesAreWithoutFindings() {
    assertEquals(List.of(), Linter.check(VectorFile.packaged()).findings());
  }

  @Test
  void packagesBothKindsOfFiles() {
    Vectors vectors = Vectors.packaged();
    assertTrue(vectors.frames().size() >= 100, vectors.frames().size() + " frame vectors");
    assertTrue(vectors.conversations().size() >= 10, vectors.conversations().size() + " found");
  }

  @Test
  void nearlyHalfOfTheFrameVectorsAreNegative() {
    List<Boolean> negative =
        Vectors.packaged().frames().stream().map(vector -> vector.error() != null).toList();
    long errors = negative.stream().filter(error -> error).count();
    assertTrue(errors * 10 >= negative.size() * 4L, errors + " of " + negative.size());
  }
}
