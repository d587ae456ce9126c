package org.muxado.tls;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.jspecify.annotations.Nullable;
import org.muxado.tls.TlsException.Reason;

/** Turns what the providers throw on one connection into errors that say what is wrong. */
final class TlsFailures {

  private static final Pattern RECEIVED = Pattern.compile("Received fatal alert: (\\w+)");
  private static final Set<String> ABOUT_CERTIFICATES =
      Set.of(
          "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "unknown_ca",
          "access_denied",
          "certificate_required");

  private final String peer;
  private final boolean server;
  private final TlsSettings settings;
  private volatile @Nullable List<String> offered;

  TlsFailures(String peer, boolean server, TlsSettings settings) {
    this.peer = peer;
    this.server = server;
    this.settings = settings;
  }

  /** The peer offered these protocols (ALPN), and none of them suits. */
  void nothingSuits(List<String> protocols) {
    offered = protocols;
  }

  TlsException truncated() {
    return new TlsException(
        Reason.TRUNCATED, "the connection to " + peer + " ended without TLS close_notify");
  }

  TlsException cut() {
    return new TlsException(
        Reason.HANDSHAKE_CUT, peer + " ended the connection during the TLS handshake");
  }

  TlsException cut(IOException cause) {
    String text = "the connection to " + peer + " broke during the TLS handshake: ";
    return new TlsException(Reason.HANDSHAKE_CUT, text + Causes.innermost(cause), cause);
  }

  TlsException timedOut(TimeAllowed allowed, @Nullable IOException cause) {
    String limit = allowed.limit().toString().substring(2).toLowerCase(Locale.ROOT);
    return new TlsException(
        Reason.TIMED_OUT,
        peer + " did not complete connecting and the TLS handshake in " + limit,
        cause);
  }

  TlsException noAlpn() {
    return new TlsException(
        Reason.ALPN_MISMATCH, peer + " names no protocol (ALPN), not " + TlsSettings.ALPN);
  }

  /** What a provider threw. */
  TlsException of(IOException thrown) {
    TlsException ours = Causes.find(thrown, TlsException.class);
    if (ours != null) {
      return ours;
    }
    String alert = received(thrown);
    if (alert != null) {
      return byPeer(alert, thrown);
    }
    return here(thrown);
  }

  private static @Nullable String received(IOException thrown) {
    TlsFatalAlertReceived alert = Causes.find(thrown, TlsFatalAlertReceived.class);
    if (alert != null) {
      return AlertDescription.getName(alert.getAlertDescription());
    }
    String text = thrown.getMessage();
    Matcher found = RECEIVED.matcher(text == null ? "" : text);
    return found.find() ? found.group(1) : null;
  }

  private TlsException byPeer(String alert, IOException cause) {
    if (ABOUT_CERTIFICATES.contains(alert)) {
      String text = peer + certificateRefused(alert) + ": alert " + alert;
      return new TlsException(Reason.CERTIFICATE_REFUSED, text, cause);
    }
    return switch (alert) {
      case "protocol_version", "insufficient_security" -> noCommonProtocol(cause);
      case "no_application_protocol" ->
          new TlsException(
              Reason.ALPN_MISMATCH,
              peer + " does not speak " + TlsSettings.ALPN + ": alert " + alert,
              cause);
      default ->
          new TlsException(
              Reason.FAILED, peer + " gave up the TLS connection: alert " + alert, cause);
    };
  }

  private String certificateRefused(String alert) {
    if (!settings.identified()) {
      return " refused a peer without certificate";
    }
    return alert.equals("certificate_required")
        ? " requires a certificate; this side's was not sent, since it was issued by none of the"
            + " authorities that the server names, or has a key that the server does not take"
        : " refused this side's certificate";
  }

  private TlsException noCommonProtocol(IOException cause) {
    String text =
        "this side and "
            + peer
            + " have no TLS version or cipher suite in common; here: "
            + String.join(", ", settings.protocols());
    return new TlsException(Reason.NO_COMMON_PROTOCOL, text, cause);
  }

  private TlsException here(IOException cause) {
    List<String> unsuitable = offered;
    if (unsuitable != null) {
      String text = peer + " offers " + String.join(", ", unsuitable) + " and not ";
      return new TlsException(Reason.ALPN_MISMATCH, text + TlsSettings.ALPN, cause);
    }
    TlsFatalAlert raised = Causes.find(cause, TlsFatalAlert.class);
    String what = raised == null ? jdkText(cause) : alertName(raised);
    return switch (what) {
      case "protocol_version", "insufficient_security" -> noCommonProtocol(cause);
      case "certificate_required" -> missing(cause);
      default ->
          new TlsException(
              Reason.FAILED, "TLS with " + peer + " failed: " + Causes.innermost(cause), cause);
    };
  }

  private String alertName(TlsFatalAlert raised) {
    String name = AlertDescription.getName(raised.getAlertDescription());
    boolean missing =
        server
            && settings.clientAuthentication() == ClientAuthentication.REQUIRED
            && name.equals("handshake_failure");
    return missing ? "certificate_required" : name;
  }

  /** The alert that the JDK means: it tells by words, later ones behind an alert in brackets. */
  private static String jdkText(IOException cause) {
    String text = Causes.innermost(cause).replaceFirst("^\\(\\w+\\) ", "");
    if (text.startsWith("Empty client certificate chain")) {
      return "certificate_required";
    }
    boolean uncommon =
        text.startsWith("No appropriate protocol")
            || text.startsWith("no cipher suites in common")
            || text.contains("protocol version")
            || text.startsWith("Client requested protocol");
    return uncommon ? "protocol_version" : text;
  }

  private TlsException missing(IOException cause) {
    String text = peer + " sent no certificate, and this server requires one";
    return new TlsException(Reason.CERTIFICATE_MISSING, text, cause);
  }
}
