package org.muxado.tck.transcript;

/** Who caused an entry of the transcript. */
public enum Origin {
  /** A frame that the kit sent. */
  KIT("kit  ->"),
  /** A frame that the implementation sent, when the kit read it. */
  IMPLEMENTATION("impl <-"),
  /** A call of the application through the adapter, or its answer. */
  APPLICATION("app    "),
  /** What the kit did to the wire or the clock, or saw of the wire's end. */
  WIRE("wire   "),
  /** What the implementation wrote to its own log, such as standard error. */
  LOG("log    ");

  private final String label;

  Origin(String label) {
    this.label = label;
  }

  /** A label of fixed width for the transcript's text. */
  String label() {
    return label;
  }
}
