package org.muxado.tls;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;

/** The connection under TLS: reads and writes what can be had at once. */
interface Link {

  /** Names the other end for people. */
  String peer();

  /** The address of the other end. */
  SocketAddress peerAddress();

  /** Reads what is there: how many octets, 0 for none now, or -1 at the end. One thread. */
  int read(ByteBuffer target) throws IOException;

  /** Writes what is taken at once. One thread at a time. */
  void write(ByteBuffer source) throws IOException;

  /** Ends the output, behind what was written. */
  void endOutput() throws IOException;

  /**
   * Waits until something can be done, {@link #wakeup} is called or the link is closed; may return
   * early.
   *
   * @param limitMillis how long to wait, or 0 for as long as it takes
   */
  void await(boolean forInput, boolean forOutput, long limitMillis) throws IOException;

  /** Makes {@link #await} return. Any thread. */
  void wakeup();

  /** Drops both directions. Any thread. */
  void close();
}
