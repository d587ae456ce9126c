package org.muxado.tck.external;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.muxado.tck.verdict.KitFaultException;

final class ControlLinkTest {

  @Test
  void aFaultOfTheKitEndsWhatWaits() {
    ControlLink link = ControlLink.over(ProgramProcess.start(Fakes.command("none")));
    IllegalStateException bug = new IllegalStateException("a bug of the kit");
    CompletableFuture<Boolean> hello =
        link.call(
            Greeting.request(),
            ok -> {
              throw bug;
            });
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> hello.get(60, TimeUnit.SECONDS));
    KitFaultException fault = assertInstanceOf(KitFaultException.class, failure.getCause());
    assertSame(bug, fault.getCause());
    link.end(Duration.ofSeconds(60));
  }
}
