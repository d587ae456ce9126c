package org.muxado.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.bouncycastle.openssl.PEMParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.Muxado;

/** TLS as a module, beside BouncyCastle's: what it shows, and that it works there. */
@Timeout(60)
class TlsModuleTest {

  private static final String NAME = "org.muxado.tls";

  /** One class of each library that TLS needs when it runs. */
  private final ModuleFinder finder =
      ModuleFinder.of(
          Stream.of(
                  MuxadoTls.class,
                  Muxado.class,
                  BouncyCastleProvider.class,
                  BouncyCastleJsseProvider.class,
                  PEMParser.class,
                  PKIStatus.class)
              .map(TlsModuleTest::place)
              .map(TlsModuleTest::path)
              .toArray(Path[]::new));

  private static URL place(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static Path path(URL place) {
    return Path.of(URI.create(place.toString()));
  }

  @Test
  void showsItsOnePackage() {
    Set<Exports> exports = finder.find(NAME).orElseThrow().descriptor().exports();
    assertEquals(Set.of(NAME), exports.stream().map(Exports::source).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @EnumSource
  void sessionsComeAboutBetweenModules(TlsProvider provider) throws Exception {
    ModuleLayer boot = ModuleLayer.boot();
    Configuration found = boot.configuration().resolve(finder, ModuleFinder.of(), Set.of(NAME));
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    ModuleLayer layer = boot.defineModulesWithOneLoader(found, platform);
    URL[] tests = {place(ModuleUser.class)};
    try (URLClassLoader loader = new URLClassLoader(tests, layer.findLoader(NAME))) {
      assertEquals(NAME, user(loader).apply(provider.name()));
    }
  }

  @SuppressWarnings("unchecked") // it is a ModuleUser, of another class loader
  private static UnaryOperator<String> user(ClassLoader loader) throws Exception {
    Authority.Issued mine = Authority.EC.issue("localhost");
    return (UnaryOperator<String>)
        loader
            .loadClass(ModuleUser.class.getName())
            .getConstructor(String.class, String.class, String.class)
            .newInstance(Authority.EC.pem(), mine.chain(), mine.key());
  }
}
