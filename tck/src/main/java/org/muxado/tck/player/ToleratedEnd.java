package org.muxado.tck.player;

/**
 * The session ended in a way that the case leaves to the implementation: the case is over and well.
 */
final class ToleratedEnd extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
