package org.muxado.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A transport whose calls wait. One thread reads and another one writes, at the same time; both
 * belong to the session.
 *
 * <p>The buffers that a session passes have an accessible array.
 */
public non-sealed interface BlockingTransport extends Transport {

  /**
   * Waits for at least one octet.
   *
   * @return how many octets were read, or -1 once the peer has ended its output and everything was
   *     read
   * @throws IOException if the transport broke
   */
  int read(ByteBuffer target) throws IOException;

  /**
   * How many octets {@link #read} can give without waiting, or fewer. Any thread may ask.
   *
   * @throws IOException if the transport broke
   */
  int available() throws IOException;

  /**
   * Waits until all octets are written.
   *
   * @throws IOException if the transport broke; how much was written is then unknown
   */
  void write(ByteBuffer source) throws IOException;

  /**
   * Ends this side's output; what was written is still delivered, and input goes on. Called by the
   * thread that writes.
   *
   * @throws IOException if the transport broke
   */
  void endOutput() throws IOException;
}
