package org.muxado.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muxado.engine.Limits;
import org.muxado.session.SessionSettings;

/**
 * How much memory idle streams and sessions hold, after garbage collection. Both ends are here:
 * what is printed is for one end. Immutable.
 *
 * @param streams how many streams to open in one session
 * @param sessions how many sessions to start
 */
record IdleMemory(int streams, int sessions) {

  static final IdleMemory DEFAULT = new IdleMemory(10_000, 1_000);

  /**
   * What is in use, in octets.
   *
   * @param heap of live objects
   * @param direct of buffers outside the heap
   */
  record Use(long heap, long direct) {

    static Use now() {
      for (int i = 0; i < 4; i++) {
        System.gc(); // more than once: references are cleared in steps
      }
      long direct =
          ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
              .filter(pool -> pool.getName().equals("direct"))
              .mapToLong(BufferPoolMXBean::getMemoryUsed)
              .sum();
      return new Use(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), direct);
    }

    Use since(Use before, int ends) {
      return new Use((heap - before.heap) / ends, (direct - before.direct) / ends);
    }

    private String line(String what, int count) {
      return String.format(Locale.ROOT, "| %s | %,d | %,d | %,d |", what, count, heap, direct);
    }
  }

  void print(PrintWriter out) throws IOException {
    new IdleMemory(100, 10).measure(); // loads the classes
    out.printf("octets for each end%n%n| idle | count | heap | direct |%n|---|--:|--:|--:|%n");
    measure().forEach(out::println);
    out.flush();
  }

  /** The lines of the table. */
  List<String> measure() throws IOException {
    return List.of(idleStreams().line("stream", streams), idleSessions().line("session", sessions));
  }

  /** Streams that have carried an octet each way, so that buffers have been there. */
  Use idleStreams() throws IOException {
    try (MuxadoPair pair = new MuxadoPair(manyStreams())) {
      echo(pair);
      List<Object> kept = new ArrayList<>(2 * streams);
      Use before = Use.now();
      for (int i = 0; i < streams; i++) {
        kept.addAll(echo(pair));
      }
      Use use = Use.now().since(before, kept.size());
      kept.clear();
      return use;
    }
  }

  private SessionSettings manyStreams() {
    return SessionSettings.builder().limits(Limits.DEFAULT.withMaxPeerStreams(streams + 1)).build();
  }

  private static List<Duplex> echo(Network network) throws IOException {
    Duplex asking = network.open(ByteBuffer.wrap(new byte[] {1}));
    Duplex answering = network.accept();
    ByteBuffer octet = ByteBuffer.allocate(1);
    answering.read(octet);
    answering.write(octet.flip());
    asking.read(octet.clear());
    return List.of(asking, answering);
  }

  /** Sessions that have carried a stream. */
  Use idleSessions() throws IOException {
    List<Closeable> kept = new ArrayList<>(sessions);
    try {
      Use before = Use.now();
      for (int i = 0; i < sessions; i++) {
        MuxadoPair pair = new MuxadoPair();
        kept.add(pair);
        echo(pair).get(0).close();
      }
      return Use.now().since(before, 2 * sessions);
    } finally {
      for (Closeable pair : kept) {
        pair.close();
      }
    }
  }
}
