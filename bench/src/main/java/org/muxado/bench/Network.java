package org.muxado.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Both ends of what carries a workload, over loopback. Thread-safe. */
interface Network extends Closeable {

  /** The client opens a stream or connection, and writes its first octets. */
  Duplex open(ByteBuffer first) throws IOException;

  /** The server waits for one; fails once this is closed. */
  Duplex accept() throws IOException;
}
