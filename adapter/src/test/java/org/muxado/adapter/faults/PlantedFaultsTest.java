package org.muxado.adapter.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.FaultyImplementation;
import org.muxado.adapter.faults.planting.FrameFault;
import org.muxado.adapter.faults.planting.Rewrite;
import org.muxado.tck.suite.Kit;
import org.muxado.tck.suite.KitCase;
import org.muxado.tck.suite.KitSettings;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.conversation.Conversation.Chunking;

/** A test of the kit: the cases that name a wrong implementation catch it. */
@Timeout(600)
class PlantedFaultsTest {

  private static final List<Fault> FAULTS = PlantedFaults.all();

  /** More than processors, since most of the time goes in waiting for what a fault keeps back. */
  private static final int THREADS = 6;

  private static ExecutorService threads;

  @BeforeAll
  static void startThreads() {
    threads = Executors.newFixedThreadPool(THREADS);
  }

  @AfterAll
  static void stopThreads() {
    threads.shutdownNow();
  }

  @TestFactory
  Stream<DynamicTest> everyCaseCatchesTheFaultThatItNames() {
    List<Future<List<String>>> misses = new ArrayList<>();
    FAULTS.forEach(fault -> misses.add(threads.submit(() -> new Trial(fault).misses())));
    return Stream.iterate(0, i -> i < FAULTS.size(), i -> i + 1)
        .map(i -> dynamicTest(FAULTS.get(i).id(), () -> assertCaught(misses.get(i))));
  }

  private static void assertCaught(Future<List<String>> misses) throws Exception {
    assertEquals("", String.join("\n", misses.get()), "cases that miss the fault");
  }

  @Test
  void everyPlantedFaultIsNamedByACase() {
    for (Fault fault : FAULTS) {
      assertNotEquals(List.of(), new Trial(fault).cases(), fault.id());
    }
  }

  @Test
  void withoutAFaultTheRewritingChangesNothing() {
    Fault none = Fault.frames("none", () -> new FrameFault(null, Rewrite.NONE));
    KitSettings settings = new KitSettings(1, EnumSet.of(Chunking.WHOLE));
    Kit kit = new Kit(new FaultyImplementation(none), settings);
    List<String> failed =
        Trial.CASES.stream()
            .map(kit::run)
            .filter(result -> result.verdict() != Verdict.PASS)
            .map(result -> result.id() + " " + result.failures())
            .toList();
    assertEquals("", String.join("\n", failed));
  }

  @Test
  void everyCaughtNameIsDescribed() {
    VectorList described = VectorList.faults();
    Set<String> unknown = named();
    unknown.removeIf(described::names);
    assertEquals(Set.of(), unknown);
  }

  @Test
  void everyDescribedFaultIsNamedByACase() {
    Set<String> named = named();
    Set<String> unused = new TreeSet<>(VectorList.faults().texts().keySet());
    unused.removeIf(listed -> named.stream().anyMatch(id -> VectorList.isOf(listed, id)));
    assertEquals(Set.of(), unused);
  }

  @Test
  void everyNamedFaultIsPlantedOrHasAReason() {
    Set<String> missing = named();
    missing.removeAll(planted());
    assertEquals(new TreeSet<>(NotPlanted.REASONS.keySet()), missing);
  }

  private static Set<String> named() {
    return Trial.CASES.stream()
        .map(KitCase::catches)
        .flatMap(List::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> planted() {
    return FAULTS.stream().map(Fault::id).collect(Collectors.toSet());
  }
}
