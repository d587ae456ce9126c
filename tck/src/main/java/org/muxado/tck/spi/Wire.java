package org.muxado.tck.spi;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * One end of a reliable, ordered, full-duplex byte stream, owned by the kit.
 *
 * <p>Reading blocks until octets are there, the other side has ended its output (-1), or the wire
 * broke ({@link java.io.IOException}). Writing blocks while the wire is full. Closing {@link
 * #out()} ends the output side only; what was written is still delivered.
 */
public interface Wire {

  /** The octets that come from the kit. */
  InputStream in();

  /** The octets that go to the kit. */
  OutputStream out();

  /**
   * Closes both directions at once; blocked reads and writes end with an exception. Closing again
   * does nothing.
   */
  void close();
}
