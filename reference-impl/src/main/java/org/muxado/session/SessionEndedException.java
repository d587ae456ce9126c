package org.muxado.session;

/**
 * The session has ended or is being closed, and the stream or the call with it. {@link
 * Session#termination} tells how. Octets that had come can be read all the same. Immutable.
 */
public final class SessionEndedException extends MuxadoException {

  private static final long serialVersionUID = 1L;

  SessionEndedException(Failure failure) {
    super(failure);
  }
}
