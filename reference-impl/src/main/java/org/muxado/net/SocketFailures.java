package org.muxado.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.muxado.session.CallTimeoutException;
import org.muxado.session.MuxadoException;

/**
 * Says what a call on a stream threw in the words of {@code java.net}, with the original as the
 * cause. Has no state.
 */
final class SocketFailures {

  private SocketFailures() {}

  /** A read, a write or the end of the output has failed. */
  static IOException of(MuxadoException cause) {
    if (cause instanceof CallTimeoutException) {
      SocketTimeoutException timeout = new SocketTimeoutException(cause.getMessage());
      timeout.bytesTransferred = cause.bytesTransferred();
      return caused(timeout, cause);
    }
    return caused(new SocketException(cause.getMessage()), cause);
  }

  /** No stream could be opened. */
  static IOException connecting(ExecutionException failed) {
    Throwable cause = causeOf(failed);
    return caused(new ConnectException(cause.getMessage()), cause);
  }

  /** No stream will come any more. */
  static IOException accepting(ExecutionException failed) {
    Throwable cause = causeOf(failed);
    return caused(new SocketException(cause.getMessage()), cause);
  }

  private static Throwable causeOf(ExecutionException failed) {
    return Objects.requireNonNull(failed.getCause(), "a future failed without a cause");
  }

  private static IOException caused(IOException failure, Throwable cause) {
    failure.initCause(cause);
    return failure;
  }
}
