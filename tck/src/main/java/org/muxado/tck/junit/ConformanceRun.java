package org.muxado.tck.junit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.muxado.tck.suite.Kit;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.RunResult;

/**
 * Runs cases through the JUnit platform and tells what happens as it happens, for programs that
 * want to show progress. May be used once.
 */
public final class ConformanceRun {

  private final Kit kit;
  private final List<KitCase> cases;
  private final int parallelCases;

  /**
   * Makes a run.
   *
   * @param parallelCases how many cases run at once, at least 1
   */
  public ConformanceRun(Kit kit, List<KitCase> cases, int parallelCases) {
    if (parallelCases < 1) {
      throw new IllegalArgumentException(parallelCases + " cases at once");
    }
    this.kit = kit;
    this.cases = List.copyOf(cases);
    this.parallelCases = parallelCases;
  }

  /**
   * Runs all cases, or those that the listener wants, and returns when the last one has ended.
   *
   * @throws IllegalStateException if JUnit could not run them: a fault of the kit
   */
  public RunResult execute(RunListener listener) {
    long startNanos = System.nanoTime();
    RunEvents events = new RunEvents(kit, cases, listener);
    listener.runStarted(cases.size());
    if (!cases.isEmpty()) {
      launch(events);
    }
    return new RunResult(
        kit.implementation().info(),
        events.ran(),
        events.results(),
        System.nanoTime() - startNanos);
  }

  private void launch(RunEvents events) {
    FaultListener faults = new FaultListener();
    try (LauncherSession session = LauncherFactory.openSession(plainLauncher())) {
      session.getStore().put(Namespace.create(LaunchedCases.KEY), LaunchedCases.KEY, events);
      session.getLauncher().execute(request(), faults);
    }
    if (faults.first != null) {
      throw new IllegalStateException("the kit could not run its cases", faults.first);
    }
  }

  private static LauncherConfig plainLauncher() {
    return LauncherConfig.builder()
        .enableLauncherSessionListenerAutoRegistration(false)
        .enableLauncherDiscoveryListenerAutoRegistration(false)
        .enableTestExecutionListenerAutoRegistration(false)
        .enablePostDiscoveryFilterAutoRegistration(false)
        .build();
  }

  private LauncherDiscoveryRequest request() {
    String parallel = "junit.jupiter.execution.parallel.";
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(DiscoverySelectors.selectClass(LaunchedCases.class))
        .configurationParameters(
            Map.of(
                parallel + "enabled",
                String.valueOf(parallelCases > 1),
                parallel + "mode.default",
                "concurrent",
                parallel + "config.executor-service",
                "WORKER_THREAD_POOL",
                parallel + "config.strategy",
                "fixed",
                parallel + "config.fixed.parallelism",
                String.valueOf(parallelCases),
                parallel + "config.fixed.max-pool-size",
                String.valueOf(parallelCases)))
        .build();
  }

  /** Keeps the first fault of the machinery; cases themselves never fail as JUnit tests. */
  private static final class FaultListener implements TestExecutionListener {

    private volatile @Nullable Throwable first;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (first == null) {
        first = result.getThrowable().orElse(null);
      }
    }
  }
}
