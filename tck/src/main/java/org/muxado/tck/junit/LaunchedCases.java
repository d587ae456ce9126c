package org.muxado.tck.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.muxado.tck.suite.KitCase;

/** The test class that {@link ConformanceRun} launches; it means nothing elsewhere. */
final class LaunchedCases {

  /** The key of the run in the launcher session's store. */
  static final String KEY = "org.muxado.tck.run";

  @ParameterizedTest(name = "{0}")
  @ArgumentsSource(Source.class)
  void runs(KitCase kitCase, RunEvents run) {
    run.run(kitCase);
  }

  /** Gives each case of the run. */
  static final class Source implements ArgumentsProvider {
    @Override
    public Stream<Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      RunEvents run =
          context
              .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(KEY))
              .get(KEY, RunEvents.class);
      if (run == null) {
        throw new IllegalStateException("no run was launched");
      }
      return run.cases().stream().map(kitCase -> Arguments.of(kitCase, run));
    }
  }
}
