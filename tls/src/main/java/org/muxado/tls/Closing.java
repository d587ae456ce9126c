package org.muxado.tls;

import java.io.Closeable;
import java.io.IOException;

/** Closes what is given up either way. */
final class Closing {

  private Closing() {}

  static void quietly(Closeable thing) {
    try {
      thing.close();
    } catch (IOException alreadyBroken) {
      // It is given up either way.
    }
  }
}
