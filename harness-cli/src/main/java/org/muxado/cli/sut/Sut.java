package org.muxado.cli.sut;

import java.io.Closeable;
import java.io.IOException;
import org.muxado.tck.spi.Implementation;

/**
 * The implementation under test, ready to be started. Closing it ends its programs and forgets its
 * classes.
 *
 * @param name as {@code --sut} gives it
 * @param implementation the adapter
 * @param resources what must be closed afterwards
 */
public record Sut(String name, Implementation implementation, Closeable resources)
    implements Closeable {

  @Override
  public void close() throws IOException {
    resources.close();
  }
}
