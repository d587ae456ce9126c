package org.muxado.session;

import java.math.BigDecimal;
import java.time.Duration;
import org.muxado.engine.EndKind;
import org.muxado.engine.Outcome;

/**
 * A call has waited as long as it may. Nothing else happened: the stream and the session go on, and
 * the call may be made again. {@link #bytesTransferred} tells how much a write has taken.
 * Immutable.
 */
public final class CallTimeoutException extends MuxadoException {

  private static final long serialVersionUID = 1L;

  private CallTimeoutException(Failure failure) {
    super(failure);
  }

  /**
   * A call whose time is over.
   *
   * @param streamId the stream that it was made on, or 0 if on the session
   * @param what what it waited for in vain
   */
  static CallTimeoutException of(int streamId, String what, CallLimit limit, int transferred) {
    return timedOut(streamId, what, limit.length(), transferred);
  }

  /**
   * A call on no session and no stream, such as dialling, whose time is over.
   *
   * @param limit how long it has waited
   * @param what what it waited for in vain
   */
  public static CallTimeoutException after(Duration limit, String what) {
    return timedOut(0, what, limit, 0);
  }

  private static CallTimeoutException timedOut(
      int streamId, String what, Duration limit, int transferred) {
    String where = streamId == 0 ? "" : "stream " + streamId + ": ";
    String message = where + what + " within " + seconds(limit);
    Outcome outcome = new Outcome(EndKind.TIMED_OUT, Outcome.NO_CODE, null, message);
    return new CallTimeoutException(new Failure(outcome, streamId, false, "", transferred, null));
  }

  private static String seconds(Duration length) {
    BigDecimal nanos = BigDecimal.valueOf(length.getNano(), 9);
    BigDecimal exact = BigDecimal.valueOf(length.getSeconds()).add(nanos);
    return exact.stripTrailingZeros().toPlainString() + " s";
  }
}
