package org.muxado.session;

/**
 * All stream ids of this side are used up: open a new session. Streams that are open go on. Nothing
 * was sent. Immutable.
 */
public final class IdsExhaustedException extends MuxadoException {

  private static final long serialVersionUID = 1L;

  IdsExhaustedException(Failure failure) {
    super(failure);
  }
}
