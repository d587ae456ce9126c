package org.muxado.session;

/**
 * The stream was reset, by the peer or here; {@link #code} says with what. Octets that had come
 * before the reset of a peer can be read first. Immutable.
 */
public final class StreamResetException extends MuxadoException {

  private static final long serialVersionUID = 1L;

  StreamResetException(Failure failure) {
    super(failure);
  }
}
