package org.muxado.tls;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** TLS failed: in the handshake, or later on a connection. The message is one sentence. */
public final class TlsException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Reason {
    /** The peer's certificate is for other names than the one that was asked for. */
    WRONG_NAME,
    /** A certificate of the peer is no longer valid. */
    EXPIRED,
    /** A certificate of the peer is not valid yet. */
    NOT_YET_VALID,
    /** No trusted authority issued the peer's certificate. */
    UNKNOWN_ISSUER,
    /** The peer's certificate is of no use for another cause, which the message tells. */
    BAD_CERTIFICATE,
    /** This server requires a certificate, and the client sent none. */
    CERTIFICATE_MISSING,
    /** The peer refused this side's certificate, or that it has none. */
    CERTIFICATE_REFUSED,
    /** The two sides have no TLS version or no cipher suite in common. */
    NO_COMMON_PROTOCOL,
    /** The peer does not speak muxado, or does not say so (ALPN). */
    ALPN_MISMATCH,
    /** The peer speaks something that is not TLS. */
    NOT_TLS,
    /** The peer ended or broke the connection before the handshake was complete. */
    HANDSHAKE_CUT,
    /** Connecting and the handshake took too long. */
    TIMED_OUT,
    /** The connection ended without TLS saying so: octets may be missing. */
    TRUNCATED,
    /** Anything else, which the message tells. */
    FAILED
  }

  private final Reason reason;

  TlsException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  TlsException(Reason reason, String message) {
    this(reason, message, null);
  }

  /** What went wrong. */
  public Reason reason() {
    return reason;
  }
}
