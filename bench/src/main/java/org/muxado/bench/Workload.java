package org.muxado.bench;

/** What is measured. Immutable. */
enum Workload {
  /** Open, echo one octet, close, one after the other. */
  W1("open, echo 1 octet, close; in sequence", 1, 1, false),
  /** The same with more octets and many workers. */
  W2("open, echo 64 octets, close; 64 workers", 64, 64, false),
  /** One stream in one direction. */
  W3("one stream, writes of 64 KiB", 1, 65_536, true),
  /** Sixteen streams in one direction. */
  W4("sixteen streams, writes of 64 KiB", 16, 65_536, true);

  private final String description;
  private final int workers;
  private final int octets;
  private final boolean bulk;

  Workload(String description, int workers, int octets, boolean bulk) {
    this.description = description;
    this.workers = workers;
    this.octets = octets;
    this.bulk = bulk;
  }

  String description() {
    return description;
  }

  /** How many workers there are, each with one stream at a time. */
  int workers() {
    return workers;
  }

  /** How many octets an exchange carries each way, or one write. */
  int octets() {
    return octets;
  }

  /** Whether octets are counted, not exchanges. */
  boolean bulk() {
    return bulk;
  }
}
