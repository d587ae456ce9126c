package org.muxado.session;

/**
 * The application uses a direction of a stream that it has finished, shut down or closed itself.
 * Immutable.
 */
public final class StreamClosedException extends MuxadoException {

  private static final long serialVersionUID = 1L;

  StreamClosedException(Failure failure) {
    super(failure);
  }
}
