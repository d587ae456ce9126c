package org.muxado.tck.player;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.tck.external.ExternalImplementation;
import org.muxado.tck.external.Fakes;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Wire;
import org.muxado.tck.toy.ToyVariant;
import org.muxado.vectors.conversation.Conversation.Chunking;

/** What an implementation writes to its own log while a case fails is shown with the failure. */
@Timeout(60)
class LastWordsTest {

  private static final String OPEN = "app: {open: a, priority: 5}";

  private static List<String> logged(Implementation implementation, String... steps) {
    Played played =
        Cases.playPatiently(
            implementation, Cases.withHead("echo: false", steps), Role.CLIENT, Chunking.WHOLE);
    return played.transcript().lines().filter(line -> line.contains("  log  ")).toList();
  }

  /** Only a crash used to show any. */
  @Test
  void aFailureShowsThemFitForATerminal() {
    List<String> lines = logged(new Talks(new CallWatch()), OPEN, "await: {priority: a, is: 6}");
    assertEquals(2, lines.size(), lines::toString);
    assertTrue(lines.get(0).endsWith("  log      no beans"), lines.get(0));
    assertTrue(lines.get(1).endsWith("  log      \\x1b[2Jbye"), lines.get(1));
  }

  @Test
  void theyAreTheStandardErrorOfAProgram() {
    try (ExternalImplementation program = Fakes.patient("none")) {
      List<String> lines = logged(program, "app: {open: a}", "await: {priority: a, is: 6}");
      assertTrue(lines.toString().contains("> {"), lines::toString);
    }
  }

  /** With a small time factor the wait for them used to count as a call that hangs. */
  @Test
  void theyMayTakeAMoment() {
    CallWatch watch = new CallWatch();
    Talks talks = new Talks(watch);
    Cases.playPatiently(
        talks,
        Cases.withHead("echo: false", OPEN, "await: {priority: a, is: 6}"),
        Role.CLIENT,
        Chunking.WHOLE,
        watch);
    assertEquals(Optional.of(false), talks.wasOverdue);
  }

  /** The toy, with a log. */
  private static final class Talks extends ToyVariant {

    private final CallWatch watch;
    private volatile Optional<Boolean> wasOverdue = Optional.empty();

    Talks(CallWatch watch) {
      this.watch = watch;
    }

    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      PeerSession session = super.start(role, wire, options);
      return (PeerSession)
          Proxy.newProxyInstance(
              PeerSession.class.getClassLoader(),
              new Class<?>[] {PeerSession.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("lastWords")) {
                  wasOverdue =
                      Optional.ofNullable(watch.running()).map(CallWatch.Running::isOverdue);
                  return "no beans\n\u001b[2Jbye";
                }
                try {
                  return method.invoke(session, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
