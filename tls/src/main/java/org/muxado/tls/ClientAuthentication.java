package org.muxado.tls;

/** Whether a server asks its clients for a certificate. */
public enum ClientAuthentication {
  /** Does not ask. */
  NONE,
  /** Asks, and goes on without one; a certificate that is not trusted is refused all the same. */
  WANTED,
  /** Refuses a client that has none. */
  REQUIRED
}
