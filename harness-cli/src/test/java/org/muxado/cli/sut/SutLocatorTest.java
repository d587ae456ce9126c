package org.muxado.cli.sut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muxado.cli.exit.ExitCode;
import org.muxado.cli.exit.UserException;
import org.muxado.tck.spi.Implementation;

class SutLocatorTest {

  @TempDir private Path folder;

  @Test
  void findsAnAdapterClass() throws IOException {
    try (Sut sut = new SutLocator("").locate("class:" + NullAdapter.class.getName())) {
      assertEquals("null", sut.implementation().info().name());
    }
  }

  @Test
  void findsTheServiceOfAFolder() throws IOException {
    writeService(NullAdapter.class.getName());

    try (Sut sut = new SutLocator("").locate(folder.toString())) {
      assertEquals("null", sut.implementation().info().name());
    }
  }

  @Test
  void programIsNotStartedBeforeItIsNeeded() throws IOException {
    try (Sut sut = new SutLocator("").locate("cmd:/no/such/program")) {
      assertEquals("cmd:/no/such/program", sut.name());
    }
  }

  @Test
  void missingFileIsNamed() {
    assertEquals(
        "--sut nowhere.jar: there is no such file or folder (nor is it bundled, class:NAME or cmd:COMMAND)",
        refusal("nowhere.jar", "").getMessage());
  }

  @Test
  void missingClassPathEntryIsNamed() {
    String message = refusal("class:x.Y", "here.jar" + File.pathSeparator).getMessage();

    assertEquals("--classpath here.jar: there is no such file or folder", message);
  }

  @Test
  void missingClassIsNamed() {
    assertEquals(
        "no class x.Y is on the class path: add its jar with --classpath",
        refusal("class:x.Y", "").getMessage());
  }

  @Test
  void classOfAnotherKindIsNamed() {
    assertEquals(
        "class java.lang.String does not implement " + Implementation.class.getName(),
        refusal("class:java.lang.String", "").getMessage());
  }

  @Test
  void folderWithoutServiceIsNamed() {
    assertEquals(
        folder
            + " names no class as services for "
            + Implementation.class.getName()
            + ", expected one",
        refusal(folder.toString(), "").getMessage());
  }

  @Test
  void serviceWithoutItsClassIsNamed() throws IOException {
    writeService("x.Y");

    String message = refusal(folder.toString(), "").getMessage();

    assertTrue(message.startsWith(folder + ": "), message);
    assertTrue(message.contains("Provider x.Y not found"), message);
  }

  @Test
  void openQuoteInACommandIsNamed() {
    String message = refusal("cmd:'./driver", "").getMessage();

    assertTrue(message.startsWith("--sut cmd:'./driver: The command line has"), message);
  }

  @Test
  void adapterThatFailsToStartHasItsOwnExitCode() {
    UserException e = refusal("class:" + BrokenAdapter.class.getName(), "");

    assertEquals(ExitCode.IMPLEMENTATION_UNUSABLE, e.exitCode());
    assertEquals(
        "no "
            + BrokenAdapter.class.getName()
            + " can be made: java.lang.IllegalStateException: no licence",
        e.getMessage());
  }

  /** An adapter whose library was left at home. */
  public static final class Alone extends NullAdapter {
    public Alone() {
      throw new NoClassDefFoundError("x/Library");
    }
  }

  @Test
  void classThatTheAdapterNeedsIsNamed() {
    assertEquals(
        "no "
            + Alone.class.getName()
            + " can be made: x.Library is not on the class path: add it with --classpath",
        refusal("class:" + Alone.class.getName(), "").getMessage());
  }

  private static UserException refusal(String name, String classPath) {
    return assertThrows(UserException.class, () -> new SutLocator(classPath).locate(name));
  }

  private void writeService(String className) throws IOException {
    Path service = folder.resolve("META-INF/services/" + Implementation.class.getName());
    Files.createDirectories(service.getParent());
    Files.writeString(service, className);
  }
}
