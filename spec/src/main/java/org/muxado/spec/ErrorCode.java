package org.muxado.spec;

/** The error codes that may be sent (section 7.1). */
public enum ErrorCode implements Labelled {
  NO_ERROR(0),
  PROTOCOL_ERROR(1),
  INTERNAL_ERROR(2),
  FLOW_CONTROL_ERROR(3),
  STREAM_CLOSED(4),
  FRAME_SIZE_ERROR(5),
  REFUSED_STREAM(6),
  CANCEL(7);

  private final int number;

  ErrorCode(int number) {
    this.number = number;
  }

  /** Returns the number on the wire: 0 to 7. */
  public int number() {
    return number;
  }

  /** Returns the name of the code, as the text and the data files write it. */
  @Override
  public String label() {
    return name();
  }
}
