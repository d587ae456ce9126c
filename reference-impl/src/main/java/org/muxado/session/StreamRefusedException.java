package org.muxado.session;

/**
 * The peer did not take the stream: it refused it (RST REFUSED_STREAM) or sent a GOAWAY that leaves
 * it out, before it was opened or after. {@link #retry} is usually NOT_PROCESSED. Immutable.
 */
public final class StreamRefusedException extends MuxadoException {

  private static final long serialVersionUID = 1L;

  StreamRefusedException(Failure failure) {
    super(failure);
  }
}
