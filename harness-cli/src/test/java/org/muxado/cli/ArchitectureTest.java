package org.muxado.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the arrows of the architecture: who may see whom, inside and between the modules. */
class ArchitectureTest {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.muxado");

  private static final String[] KIT = {
    "org.muxado.spec..",
    "org.muxado.vectors..",
    "org.muxado.tck..",
    "org.muxado.adapter..",
    "org.muxado.cli.."
  };

  private static final String HEARTBEATS =
      ".*\\.(Heartbeat|Heartbeats|OwnHeartbeats|PeerHeartbeats)";

  /**
   * A package and the packages of ours that it may see.
   *
   * @param name the package below org.muxado, with what is below it; empty for that one alone
   * @param mayUse the others
   */
  private record Arrow(String name, List<String> mayUse) {
    private static Arrow of(String name, String... mayUse) {
      return new Arrow(name, List.of(mayUse));
    }

    @Override
    public String toString() {
      return pattern(name) + " sees " + (mayUse.isEmpty() ? "nothing" : String.join(", ", mayUse));
    }

    private ArchRule rule() {
      String[] allowed =
          Stream.concat(Stream.of(name), mayUse.stream())
              .map(Arrow::pattern)
              .toArray(String[]::new);
      return noClasses()
          .that()
          .resideInAPackage(pattern(name))
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.muxado..").and(resideOutsideOfPackages(allowed)))
          .allowEmptyShould(true);
    }

    private static String pattern(String name) {
      return name.isEmpty() ? "org.muxado" : "org.muxado." + name + "..";
    }
  }

  static Stream<Arrow> arrows() {
    return Stream.of(
        Arrow.of("spec"),
        Arrow.of("vectors", "spec"),
        Arrow.of("tck", "vectors", "spec"),
        Arrow.of("frame"),
        Arrow.of("schedule"),
        Arrow.of("thread"),
        Arrow.of("transport", "thread"),
        Arrow.of("engine", "frame", "schedule"),
        Arrow.of("session", "engine", "frame", "transport", "thread"),
        Arrow.of("", "session", "engine", "frame", "transport", "thread"),
        Arrow.of("heartbeat", "session", "engine", "frame"),
        Arrow.of("net", "session", "transport", "frame"),
        Arrow.of("tls", "", "session", "transport", "thread"),
        Arrow.of("adapter", "tck.spi", "", "session", "engine", "frame", "transport"));
  }

  @ParameterizedTest
  @MethodSource("arrows")
  void seesOnlyWhatItsArrowsAllow(Arrow arrow) {
    arrow.rule().check(OURS);
  }

  @Test
  void engineHasNoInputOutputThreadsOrClock() {
    noClasses()
        .that()
        .resideInAnyPackage("org.muxado.engine..", "org.muxado.frame..", "org.muxado.schedule..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.channels..", "java.util.concurrent..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Thread.class)
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Object.class, "wait")
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void engineKnowsTheHeartbeatAsAnExtensionOnly() {
    noClasses()
        .that()
        .resideInAPackage("org.muxado..")
        .and()
        .haveNameNotMatching(HEARTBEATS)
        .and()
        .doNotHaveSimpleName("EngineParts") // makes it
        .should()
        .dependOnClassesThat()
        .haveNameMatching(HEARTBEATS)
        .check(OURS);
  }

  @Test
  void libraryDependsOnTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("org.muxado..")
        .and()
        .resideOutsideOfPackages(KIT)
        .and()
        .resideOutsideOfPackage("org.muxado.tls..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.muxado..", "java..", "javax..", "jdk.jfr..", "org.jspecify..")
        .check(OURS);
  }

  @Test
  void flightRecorderIsNamedWhereItMayBeAbsent() {
    noClasses()
        .that()
        .resideInAPackage("org.muxado..")
        .and()
        .haveSimpleNameNotEndingWith("FlightEvent")
        .and()
        .doNotHaveSimpleName("JfrLog")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.jfr..")
        .check(OURS);
  }

  @Test
  void nobodySeesTheCommand() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.muxado.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.muxado.cli..")
        .check(OURS);
  }
}
