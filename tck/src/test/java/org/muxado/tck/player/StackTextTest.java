package org.muxado.tck.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackTextTest {

  @Test
  void saysWhatToDoAboutAMissingClass() {
    String text = StackText.of(new NoClassDefFoundError("org/example/Codec"));
    String hint = "org.example.Codec is not on the class path: add it with --classpath";
    assertTrue(
        text.startsWith(hint + "\njava.lang.NoClassDefFoundError: org/example/Codec\n\tat "), text);
  }

  @Test
  void aClassThatFailedToInitialiseIsNotMissing() {
    Error error = new NoClassDefFoundError("Could not initialize class org.example.Codec");
    assertEquals(Optional.empty(), StackText.missingClass(error));
    assertEquals(Optional.empty(), StackText.missingClass(new IllegalStateException("a/b")));
  }
}
