package org.muxado.vectors.wire;

/** The flag bits of the frame header (spec section 6, Table 1). */
public final class Flags {

  /** On SYN and DATA: the sender's direction ends here. */
  public static final int FIN = 0x1;

  /** On SYN: a priority field follows. */
  public static final int PRIORITY = 0x2;

  /** On SYN: a stream type field follows. */
  public static final int TYPE = 0x4;

  private Flags() {}
}
