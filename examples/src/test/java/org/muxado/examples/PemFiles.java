package org.muxado.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Writes a certificate and its key as people have them: in PEM files. */
final class PemFiles {

  private PemFiles() {}

  static Path certificate(SelfSigned signed, Path folder)
      throws GeneralSecurityException, IOException {
    byte[] octets = signed.store().getCertificate("localhost").getEncoded();
    return write(folder.resolve("chain.pem"), "CERTIFICATE", octets);
  }

  static Path key(SelfSigned signed, Path folder) throws GeneralSecurityException, IOException {
    byte[] octets = signed.store().getKey("localhost", SelfSigned.PASSWORD).getEncoded();
    return write(folder.resolve("key.pem"), "PRIVATE KEY", octets);
  }

  private static Path write(Path file, String label, byte[] octets) throws IOException {
    Files.createDirectories(file.getParent());
    String body = Base64.getMimeEncoder().encodeToString(octets);
    return Files.writeString(
        file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
  }
}
