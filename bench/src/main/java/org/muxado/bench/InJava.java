package org.muxado.bench;

import java.io.IOException;
import java.util.Locale;

/** A contender that runs here: a kind of network, and a kind of threads that use it. */
final class InJava implements Contender {

  /** Makes a network. */
  interface Source {
    Network connect() throws IOException;
  }

  private final String transport;
  private final Source source;
  private final Callers callers;

  InJava(String transport, Source source, Callers callers) {
    this.transport = transport;
    this.source = source;
    this.callers = callers;
  }

  static InJava raw(Callers callers) {
    return new InJava("raw TCP", RawTcp::new, callers);
  }

  static InJava muxado(Callers callers) {
    return new InJava("muxado", MuxadoPair::new, callers);
  }

  @Override
  public String name() {
    return transport + suffix();
  }

  @Override
  public String baseline() {
    return "raw TCP" + suffix();
  }

  private String suffix() {
    return ", " + callers.name().toLowerCase(Locale.ROOT) + " threads";
  }

  @Override
  public Sample play(Workload workload, long roundNanos) throws IOException {
    try (Network network = source.connect()) {
      return workload.bulk()
          ? Bulk.play(network, callers, workload, roundNanos)
          : Exchanges.play(network, callers, workload, roundNanos);
    }
  }
}
