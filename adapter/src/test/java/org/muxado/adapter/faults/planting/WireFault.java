package org.muxado.adapter.faults.planting;

/** What else may be wrong with how the library uses the wire. */
public enum WireFault {
  /** A frame is taken as soon as its header is there; what is missing of its payload is zeros. */
  TAKES_HEADERS_ALONE,
  /** Of what one read gives, only the first frame is taken. */
  TAKES_FIRST_OF_READ,
  /** Nothing is read while a write waits. */
  READER_WAITS_FOR_WRITER,
  /** Neither the output nor the wire is ever ended. */
  KEEPS_WIRE_OPEN,
  /** The wire is released as soon as the kit's output has ended. */
  RELEASES_AT_THE_END
}
