package org.muxado.bench;

import java.io.Closeable;
import java.io.IOException;

/** What is measured side by side: raw TCP, the library, another multiplexer. For one thread. */
interface Contender extends Closeable {

  /** How the table calls it. */
  String name();

  /**
   * Whom it is compared with: raw TCP with callers of the same kind.
   *
   * @return the name of that contender; this one's own name if it is raw TCP itself
   */
  String baseline();

  /**
   * Plays a workload once, with connections of its own.
   *
   * @param roundNanos how long, in nanoseconds
   */
  Sample play(Workload workload, long roundNanos) throws IOException;

  @Override
  default void close() throws IOException {}
}
