package org.muxado.tls;

import javax.net.ssl.SSLSession;
import org.muxado.session.Session;

/**
 * A session that a listener accepted, and what TLS knows of its peer.
 *
 * @param session the server's side of the session
 * @param tls the version, the cipher and the peer's certificates, where it sent any
 */
public record TlsAccepted(Session session, SSLSession tls) {}
