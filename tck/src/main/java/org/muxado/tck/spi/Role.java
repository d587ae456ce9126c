package org.muxado.tck.spi;

/** The side of a session: the client dialled, the server was dialled (ID-1, ID-2). */
public enum Role {
  CLIENT,
  SERVER;

  /** Returns the other side. */
  public Role peer() {
    return this == CLIENT ? SERVER : CLIENT;
  }
}
