package org.muxado.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes {@link TlsSettings}. For one thread. */
public final class TlsSettingsBuilder {

  TlsProvider provider = TlsProvider.BOUNCY_CASTLE;
  Set<TlsVersion> versions = EnumSet.allOf(TlsVersion.class);
  @Nullable KeyStore trust;
  private boolean trustIsChosen;
  @Nullable Identity identity;
  ClientAuthentication clientAuthentication = ClientAuthentication.NONE;
  @Nullable String serverName;
  boolean verifyHostName = true;
  boolean requireAlpn = true;
  Duration handshakeLimit = Duration.ofSeconds(10);
  int handshakesAtOnce = 100;
  Consumer<IOException> onRefused = refused -> {};

  TlsSettingsBuilder() {}

  /** Whose TLS is used; {@link TlsProvider#BOUNCY_CASTLE} if not set. */
  public TlsSettingsBuilder provider(TlsProvider chosen) {
    provider = chosen;
    return this;
  }

  /**
   * The versions of TLS that may be used; 1.2 and 1.3 if not set.
   *
   * @throws IllegalArgumentException if there are none
   */
  public TlsSettingsBuilder versions(Set<TlsVersion> allowed) {
    if (allowed.isEmpty()) {
      throw new IllegalArgumentException("no TLS version is allowed");
    }
    versions = EnumSet.copyOf(allowed);
    return this;
  }

  /**
   * The authorities whose certificates are trusted, as PEM text; those of the JDK if not set.
   *
   * @throws IllegalArgumentException if the text holds no certificate
   */
  public TlsSettingsBuilder trustPem(String certificates) {
    return trust(Stores.trusting(new Pem(certificates, "the PEM text to trust").certificates()));
  }

  /**
   * The authorities whose certificates are trusted, as a PEM file; those of the JDK if not set.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it holds no certificate
   */
  public TlsSettingsBuilder trustFile(Path certificates) throws IOException {
    String text = Files.readString(certificates);
    return trust(Stores.trusting(new Pem(text, certificates.toString()).certificates()));
  }

  /** The authorities whose certificates are trusted; those of the JDK if not set. */
  public TlsSettingsBuilder trust(KeyStore authorities) {
    trust = authorities;
    trustIsChosen = true;
    return this;
  }

  /**
   * Trusts the authorities of the JDK: what a client does if nothing else is set. A server that
   * asks for certificates has to say so, since they issue certificates to anybody.
   */
  public TlsSettingsBuilder trustPublicAuthorities() {
    trust = null;
    trustIsChosen = true;
    return this;
  }

  /**
   * This side's certificate and key, as PEM text. A server needs them; a client has them where the
   * server asks for a certificate.
   *
   * @param chain the certificate, and those of the authorities between it and a trusted one
   * @param key the private key that belongs to it, not encrypted: PKCS #8, or the older forms for
   *     RSA and EC
   * @throws IllegalArgumentException if either cannot be read
   */
  public TlsSettingsBuilder identityPem(String chain, String key) {
    identity =
        Identity.of(new Pem(chain, "the PEM text of the chain"), new Pem(key, "the PEM key"));
    return this;
  }

  /**
   * This side's certificate and key, as PEM files; see {@link #identityPem}.
   *
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if one does not hold what it has to
   */
  public TlsSettingsBuilder identityFiles(Path chain, Path key) throws IOException {
    identity =
        Identity.of(
            new Pem(Files.readString(chain), chain.toString()),
            new Pem(Files.readString(key), key.toString()));
    return this;
  }

  /** This side's certificate and key; see {@link #identityPem}. */
  public TlsSettingsBuilder identity(KeyStore keys, char[] password) {
    identity = new Identity(keys, new KeyStore.PasswordProtection(password));
    return this;
  }

  /**
   * Whether a server asks for certificates; {@link ClientAuthentication#NONE} if not set. Who may
   * issue them has to be set, too: {@link #trustFile} or its like.
   */
  public TlsSettingsBuilder clientAuthentication(ClientAuthentication mode) {
    clientAuthentication = mode;
    return this;
  }

  /**
   * The name that a client asks the server for (SNI) and verifies; the host that it dials if not
   * set.
   */
  public TlsSettingsBuilder serverName(String name) {
    serverName = name;
    return this;
  }

  /**
   * Takes any name in the server's certificate. Whoever has a certificate of a trusted authority
   * can then pose as the server: for tests, or where a private authority serves this one purpose.
   */
  public TlsSettingsBuilder anyServerName() {
    verifyHostName = false;
    return this;
  }

  /**
   * Accepts a peer that names no protocol (ALPN), such as a plain program in another language. One
   * that names others, and not {@value TlsSettings#ALPN}, is refused all the same.
   */
  public TlsSettingsBuilder acceptMissingAlpn() {
    requireAlpn = false;
    return this;
  }

  /**
   * How long connecting and the handshake may take together; 10 s if not set. Where the session's
   * settings limit connecting, dialling has the smaller of the two.
   *
   * @throws IllegalArgumentException if the limit is not from 1 ms to 1 day
   */
  public TlsSettingsBuilder handshakeLimit(Duration limit) {
    if (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("handshake limit of " + limit + " is not 1 ms to 1 day");
    }
    handshakeLimit = limit;
    return this;
  }

  /**
   * How many connections a listener keeps that are in their handshake or wait to be accepted; 100
   * if not set. Further ones wait with the operating system.
   *
   * @throws IllegalArgumentException if the number is below 1
   */
  public TlsSettingsBuilder handshakesAtOnce(int connections) {
    if (connections < 1) {
      throw new IllegalArgumentException(connections + " handshakes at once");
    }
    handshakesAtOnce = connections;
    return this;
  }

  /**
   * Told of each connection that a listener gave up before it was a session: mostly a {@link
   * TlsException}. Nobody is told if not set.
   *
   * @param listener called on the thread of that connection's handshake, or on the one that accepts
   *     where that failed, which takes no further connections until the call returns; several
   *     threads may call at once. What it throws goes to the uncaught exception handler of the
   *     thread, and changes nothing for the listener
   */
  public TlsSettingsBuilder onRefused(Consumer<IOException> listener) {
    onRefused = listener;
    return this;
  }

  /**
   * Makes the settings.
   *
   * @throws IllegalArgumentException if certificates and keys are of no use, or clients are asked
   *     for certificates and whom to trust is not set
   */
  public TlsSettings build() {
    if (clientAuthentication != ClientAuthentication.NONE && !trustIsChosen) {
      throw new IllegalArgumentException(
          "clientAuthentication("
              + clientAuthentication
              + ") needs trustFile, trustPem or trust: the authorities that issue the clients'"
              + " certificates");
    }
    return new TlsSettings(this, Contexts.of(this));
  }
}
