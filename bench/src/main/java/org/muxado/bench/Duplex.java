package org.muxado.bench;

import java.io.IOException;
import java.nio.ByteBuffer;

/** One stream or connection, as workloads use it. Input and output may have a thread each. */
interface Duplex {

  /** Reads at least one octet, waiting for it; -1 at the end. */
  int read(ByteBuffer target) throws IOException;

  /** Writes all octets. */
  void write(ByteBuffer source) throws IOException;

  /** Ends the output. */
  void finish() throws IOException;

  /** Gives it back; what was written still arrives. */
  void close() throws IOException;
}
