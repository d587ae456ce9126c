package org.muxado.tls;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How TLS is done, on either side. Immutable; may be used for any number of sessions and listeners.
 * Made by {@link #builder}.
 */
public final class TlsSettings {

  /** The protocol that both sides name in ALPN. */
  public static final String ALPN = "muxado/1";

  private final SSLContext context;
  private final Set<TlsVersion> versions;
  private final boolean identified;
  private final ClientAuthentication clientAuthentication;
  private final @Nullable String serverName;
  private final boolean verifyHostName;
  private final boolean requireAlpn;
  private final Duration handshakeLimit;
  private final int handshakesAtOnce;
  private final Consumer<IOException> onRefused;

  TlsSettings(TlsSettingsBuilder from, SSLContext context) {
    this.context = context;
    versions = Set.copyOf(from.versions);
    identified = from.identity != null;
    clientAuthentication = from.clientAuthentication;
    serverName = from.serverName;
    verifyHostName = from.verifyHostName;
    requireAlpn = from.requireAlpn;
    handshakeLimit = from.handshakeLimit;
    handshakesAtOnce = from.handshakesAtOnce;
    onRefused = from.onRefused;
  }

  /** Starts from the defaults, which suit a client of a server with a public certificate. */
  public static TlsSettingsBuilder builder() {
    return new TlsSettingsBuilder();
  }

  SSLContext context() {
    return context;
  }

  /** The names of the versions that may be used, the oldest first. */
  String[] protocols() {
    return versions.stream().sorted().map(TlsVersion::protocol).toArray(String[]::new);
  }

  /** Whether this side has a certificate of its own. */
  boolean identified() {
    return identified;
  }

  ClientAuthentication clientAuthentication() {
    return clientAuthentication;
  }

  @Nullable String serverName() {
    return serverName;
  }

  boolean verifyHostName() {
    return verifyHostName;
  }

  boolean requireAlpn() {
    return requireAlpn;
  }

  Duration handshakeLimit() {
    return handshakeLimit;
  }

  int handshakesAtOnce() {
    return handshakesAtOnce;
  }

  Consumer<IOException> onRefused() {
    return onRefused;
  }
}
