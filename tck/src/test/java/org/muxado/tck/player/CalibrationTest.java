package org.muxado.tck.player;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Wire;

@Timeout(20)
class CalibrationTest {

  /** Hands over streams that tell their id once, and throw when they are asked again. */
  private static final class Forgetful implements Implementation {
    @Override
    public ImplementationInfo info() {
      return new ImplementationInfo("forgetful", "1", "Java", "");
    }

    @Override
    public Set<Capability> capabilities() {
      return Set.of();
    }

    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      return proxy(
          PeerSession.class,
          (self, method, arguments) ->
              switch (method.getName()) {
                case "accept" -> CompletableFuture.completedFuture(stream());
                case "close" -> null;
                default -> new CompletableFuture<>();
              });
    }

    private static PeerStream stream() {
      AtomicInteger asked = new AtomicInteger();
      return proxy(
          PeerStream.class,
          (self, method, arguments) -> {
            if (asked.incrementAndGet() > 1) {
              throw new IllegalStateException("asked again");
            }
            return 2;
          });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
      ClassLoader loader = type.getClassLoader();
      return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
    }
  }

  /** It used to end the whole run. */
  @Test
  void anExceptionMeansThatTheFenceDoesNotWork() {
    Set<?> working = Calibration.of(new Forgetful(), 1_000_000, new CallWatch());
    assertEquals(Set.of(), working);
  }
}
