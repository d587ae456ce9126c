package org.muxado.adapter.faults.planting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireReader;

/**
 * How many octets of each stream a transport has taken, and who waits for more. Stream 0 counts
 * GOAWAY frames. Thread-safe.
 */
final class TakenOctets {

  private final WireReader frames = new WireReader();
  private final Map<Integer, Long> asked = new HashMap<>();
  private final Map<Integer, Long> taken = new HashMap<>();
  private final List<Waiter> waiters = new ArrayList<>();
  private boolean ended;

  private record Waiter(int stream, long octets, CompletableFuture<Void> done) {}

  /** Completes when the transport has taken so many octets more than were asked for before. */
  synchronized CompletableFuture<Void> await(int stream, int octets) {
    Waiter waiter =
        new Waiter(
            stream, asked.merge(stream, (long) octets, Long::sum), new CompletableFuture<>());
    waiters.add(waiter);
    complete(this::isTaken);
    if (ended) {
      fail(other -> true);
    }
    return waiter.done();
  }

  /** The transport has taken these octets. */
  synchronized void add(byte[] octets, int from, int length) {
    frames.feed(Arrays.copyOfRange(octets, from, from + length)).stream()
        .flatMap(wire -> Frame.of(wire).stream())
        .forEach(this::add);
    complete(this::isTaken);
  }

  private void add(Frame frame) {
    if (frame instanceof Frame.Data data) {
      taken.merge(data.stream(), (long) data.payload().length, Long::sum);
    } else if (frame instanceof Frame.GoAway) {
      taken.merge(0, 1L, Long::sum);
    }
  }

  private boolean isTaken(Waiter waiter) {
    return taken.getOrDefault(waiter.stream(), 0L) >= waiter.octets();
  }

  /** A stream has ended: what was not taken of it will not be. */
  synchronized void end(int stream) {
    fail(waiter -> waiter.stream() == stream);
  }

  /** The session has ended. */
  synchronized void end() {
    ended = true;
    fail(waiter -> true);
  }

  private void complete(Predicate<Waiter> which) {
    remove(which).forEach(waiter -> waiter.done().completeAsync(() -> null));
  }

  private void fail(Predicate<Waiter> which) {
    PeerFailure ended =
        new PeerFailure(FailureKind.SESSION_ENDED, -1, null, "it ended before the write did");
    remove(which).forEach(waiter -> waiter.done().completeExceptionally(ended));
  }

  private List<Waiter> remove(Predicate<Waiter> which) {
    List<Waiter> found = waiters.stream().filter(which).toList();
    waiters.removeAll(found);
    return found;
  }
}
