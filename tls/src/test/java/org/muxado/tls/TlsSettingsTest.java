package org.muxado.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muxado.tls.ClientAuthentication.REQUIRED;
import static org.muxado.tls.ClientAuthentication.WANTED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muxado.tls.Authority.Issued;

class TlsSettingsTest {

  private static final Issued EC = Authority.EC.issue("localhost");
  private static final Issued RSA = Authority.RSA.issue("localhost");

  @TempDir Path folder;

  private static String refusal(Runnable setting) {
    return assertThrows(IllegalArgumentException.class, setting::run).getMessage();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void readsKeysInBothForms() {
    TlsSettings.builder().identityPem(EC.chain(), EC.key()).build();
    TlsSettings.builder().identityPem(EC.chain(), EC.olderKey()).build();
    TlsSettings.builder().identityPem(RSA.chain(), RSA.key()).build();
    TlsSettings.builder().identityPem(RSA.chain(), RSA.olderKey()).build();
    assertTrue(EC.olderKey().contains("BEGIN EC PRIVATE KEY"));
    assertTrue(RSA.olderKey().contains("BEGIN RSA PRIVATE KEY"));
  }

  @Test
  void readsFiles() throws Exception {
    Path both = file("both.pem", EC.chain() + EC.key());
    TlsSettings.builder().identityFiles(both, both).trustFile(both).build();
  }

  @Test
  void refusesTheKeyOfAnotherCertificate() {
    assertEquals(
        "the private key is not that of " + "CN=localhost of EC authority",
        refusal(
            () ->
                TlsSettings.builder()
                    .identityPem(EC.chain(), Authority.EC.issue("localhost").key())));
    assertEquals(
        "the private key does not fit CN=localhost of EC authority",
        refusal(() -> TlsSettings.builder().identityPem(EC.chain(), RSA.key())));
  }

  @Test
  void namesTheFileThatHoldsNoCertificate() throws Exception {
    Path key = file("key.pem", EC.key());
    Path chain = file("chain.pem", EC.chain());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> TlsSettings.builder().trustFile(key));
    assertEquals(key + " holds no certificate", refused.getMessage());
    refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> TlsSettings.builder().identityFiles(chain, chain));
    assertEquals(chain + " holds no private key", refused.getMessage());
    Path none = folder.resolve("none.pem");
    assertThrows(NoSuchFileException.class, () -> TlsSettings.builder().trustFile(none));
  }

  @Test
  void refusesAnEncryptedKey() {
    String encrypted =
        EC.key()
            .replace("BEGIN PRIVATE", "BEGIN ENCRYPTED PRIVATE")
            .replace("END P", "END ENCRYPTED P");
    String message = refusal(() -> TlsSettings.builder().identityPem(EC.chain(), encrypted));
    assertTrue(message.startsWith("the PEM key "), message);
  }

  @Test
  void refusesDamagedPem() {
    String damaged = EC.chain().replaceFirst("M", "!");
    String message = refusal(() -> TlsSettings.builder().trustPem(damaged));
    assertTrue(message.startsWith("the PEM text to trust is not readable PEM"), message);
  }

  @Test
  void refusesValuesOutsideTheirRange() {
    TlsSettingsBuilder builder = TlsSettings.builder();
    assertEquals("no TLS version is allowed", refusal(() -> builder.versions(Set.of())));
    assertEquals(
        "handshake limit of PT0S is not 1 ms to 1 day",
        refusal(() -> builder.handshakeLimit(Duration.ZERO)));
    Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
    assertEquals(
        "handshake limit of " + longest + " is not 1 ms to 1 day",
        refusal(() -> builder.handshakeLimit(longest)));
    assertEquals("0 handshakes at once", refusal(() -> builder.handshakesAtOnce(0)));
  }

  /** Used to trust everybody to whom a public authority has issued a certificate. */
  @Test
  void asksForCertificatesOfNamedAuthoritiesOnly() {
    String text =
        " needs trustFile, trustPem or trust: the authorities that issue the clients' certificates";
    for (ClientAuthentication mode : Set.of(REQUIRED, WANTED)) {
      TlsSettingsBuilder server = TlsSettings.builder().clientAuthentication(mode);
      assertEquals("clientAuthentication(" + mode + ")" + text, refusal(server::build));
      server.trustPublicAuthorities().build();
    }
    TlsSettings.builder().clientAuthentication(ClientAuthentication.NONE).build();
  }

  @Test
  void quietsBouncyCastleAndNobodyElse() {
    TlsSettings.builder().build();
    assertEquals(Level.OFF, Logger.getLogger("org.bouncycastle.jsse").getLevel());
    assertEquals(null, Logger.getLogger("org.bouncycastle").getLevel());
    assertEquals(Level.INFO, Logger.getLogger("").getLevel());
  }
}
