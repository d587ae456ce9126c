package org.muxado.vectors.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muxado.spec.LifecycleTable;
import org.muxado.vectors.Vectors;
import org.muxado.vectors.conversation.Conversation;
import org.muxado.vectors.source.YamlSource;

/** With {@code -Dmuxado.write=true} the files are written anew before they are looked at. */
class LifecycleCasesTest {

  private static final Path FOLDER = Path.of("conversations", "lifecycle");

  @Test
  void filesHoldWhatTheTableSays() throws IOException {
    if (Boolean.getBoolean("muxado.write")) {
      write();
    }
    for (var file : LifecycleCases.files().entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      assertTrue(Files.exists(path), path + " is missing; run this test with -Dmuxado.write=true");
      assertEquals(file.getValue(), Files.readString(path), path.toString());
    }
  }

  private static void write() throws IOException {
    for (var file : LifecycleCases.files().entrySet()) {
      Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
    }
  }

  @Test
  void noOtherFileClaimsToBeGenerated() throws IOException {
    try (Stream<Path> found = Files.list(FOLDER)) {
      Set<String> names =
          found
              .map(path -> path.getFileName().toString())
              .filter(name -> name.startsWith("table-"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(new TreeSet<>(LifecycleCases.files().keySet()), names);
    }
  }

  @Test
  void everyOutcomeOfEveryCellHasACase() {
    Set<String> ids =
        LifecycleCases.files().entrySet().stream()
            .flatMap(file -> read(file.getKey(), file.getValue()))
            .map(Conversation::id)
            .collect(Collectors.toSet());
    LifecycleTable.load()
        .receivedCells()
        .forEach(
            cell ->
                cell.outcomes()
                    .forEach(
                        outcome -> {
                          String id =
                              new Situation(cell.event(), cell.state(), Owner.PEER, outcome).id();
                          assertTrue(ids.contains(id), id);
                        }));
  }

  private static Stream<Conversation> read(String name, String text) {
    return Vectors.read(YamlSource.parse(name, text)).conversations().stream();
  }
}
