package org.muxado.engine;

/** Which end of the transport a session is (section "Stream ids"). */
public enum Role {
  /** The end that dialled: its stream ids are odd, from 3 up. */
  CLIENT(1, 3),
  /** The end that was dialled: its stream ids are even, from 2 up. */
  SERVER(0, 2);

  private final int parity;
  private final int firstId;

  Role(int parity, int firstId) {
    this.parity = parity;
    this.firstId = firstId;
  }

  /** The first id that this role may give to a stream. */
  public int firstId() {
    return firstId;
  }

  /** Whether this role, and not the other, opens the streams of this id; true for id 1 too. */
  public boolean owns(int streamId) {
    return (streamId & 1) == parity;
  }
}
