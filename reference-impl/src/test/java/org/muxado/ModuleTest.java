package org.muxado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The library as a module: what it shows, what it needs, and that it loads as one. */
class ModuleTest {

  private final ModuleFinder finder = ModuleFinder.of(Path.of("target", "classes"));
  private final ModuleDescriptor module = finder.find("org.muxado").orElseThrow().descriptor();

  @Test
  void keepsScheduleAndThreadsToItself() {
    Set<String> exported =
        module.exports().stream()
            .filter(export -> !export.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    Set<String> inside =
        module.packages().stream()
            .filter(name -> !exported.contains(name))
            .collect(Collectors.toSet());
    assertEquals(Set.of("org.muxado.schedule", "org.muxado.thread"), inside);
  }

  @Test
  void needsNothingButTheBaseWhenItRuns() {
    Set<String> needed =
        module.requires().stream()
            .filter(other -> !other.modifiers().contains(Requires.Modifier.STATIC))
            .map(Requires::name)
            .collect(Collectors.toSet());
    assertEquals(Set.of("java.base"), needed);
  }

  @Test
  void loadsAsAModule() throws Exception {
    ModuleLayer boot = ModuleLayer.boot();
    Configuration found =
        boot.configuration().resolve(finder, ModuleFinder.of(), Set.of("org.muxado"));
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    ModuleLayer layer = boot.defineModulesWithOneLoader(found, platform);
    Class<?> session = layer.findLoader("org.muxado").loadClass("org.muxado.session.Session");
    assertTrue(session.getModule().isNamed());
    assertEquals("org.muxado", session.getModule().getName());
  }
}
