package org.muxado.tck.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.UnimplementedException;
import org.muxado.tck.spi.Wire;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.conversation.Action.FenceKind;

@Timeout(20)
class CalibrationTest {

  private static final long WATCHDOG_NANOS = 100_000_000;

  /** Writes nothing, and answers each call as it is told to by the call's name. */
  private record Mute(Function<String, Object> answers) implements Implementation {
    @Override
    public ImplementationInfo info() {
      return new ImplementationInfo("mute", "1", "Java", "");
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
              method.getName().equals("close") ? null : answers.apply(method.getName()));
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static FenceTrials trials(UnaryOperator<Object> accept) {
    Function<String, Object> answers =
        call -> {
          Object never = new CompletableFuture<>();
          return call.equals("accept") ? accept.apply(never) : never;
        };
    Implementation mute = new Mute(answers);
    return FenceTrials.joined(
        Arrays.stream(FenceKind.values())
            .map(kind -> Calibration.of(kind, mute, WATCHDOG_NANOS, new CallWatch()))
            .toList());
  }

  /** Tells its id once, and throws when it is asked again. */
  private static PeerStream forgetfulStream() {
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

  /** It used to end the whole run. */
  @Test
  void anExceptionMeansThatTheFenceDoesNotWork() {
    Object accepted = CompletableFuture.completedFuture(forgetfulStream());
    FenceTrials trials = trials(never -> accepted);
    assertEquals(Set.of(), trials.working());
  }

  @Test
  void tellsOfEachFenceWhatCame() {
    FenceTrials trials = trials(never -> never);
    assertEquals(
        List.of(
            "echo (an answer to accept the echo stream; nothing for 100 ms)",
            "wire (RST on stream 2; nothing for 100 ms)",
            "heartbeat (the echo of a heartbeat on stream 2; nothing for 100 ms)"),
        trials.failures());
    assertEquals(Verdict.FAIL, trials.noneWorks().verdict());
  }

  /** It used to fail every case, with no word about what is missing. */
  @Test
  void whereNoFenceWorksALackingCallIsToBlame() {
    FenceTrials trials =
        trials(
            never -> {
              throw new UnimplementedException("accept");
            });
    CaseStopped stopped = trials.noneWorks();
    assertEquals(Verdict.UNIMPLEMENTED, stopped.verdict());
    String echo = "echo (the operation accept; the adapter lacks accept)";
    assertTrue(String.valueOf(stopped.getMessage()).contains(echo), stopped.getMessage());
  }
}
