package org.muxado.tck.toy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.OpenOptions;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.RetryVerdict;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.Termination;
import org.muxado.tck.spi.Wire;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameCheck;
import org.muxado.vectors.wire.Violation;
import org.muxado.vectors.wire.WireFrame;
import org.muxado.vectors.wire.WireReader;

/** A session of the toy: one lock, a thread that reads and a thread that writes. */
final class ToySession implements PeerSession {

  final Map<Integer, ToyStream> streams = new TreeMap<>();
  final PeerOptions options;
  private final Wire wire;
  private final int firstOwnId;
  private final int firstPeerId;
  private final ToyInput input = new ToyInput(this);
  private final Deque<ToyStream> backlog = new ArrayDeque<>();
  private final Queue<CompletableFuture<PeerStream>> acceptors = new ArrayDeque<>();
  private final Deque<Frame> control = new ArrayDeque<>();
  private final CompletableFuture<Termination> terminated = new CompletableFuture<>();
  private int lastServed;
  private int nextOwnId;
  private int lastOwnIdTaken;
  int lastPeerId;
  private int highestHandedOver;
  int lastSaid = Integer.MAX_VALUE;
  int lastHeard = Integer.MAX_VALUE;
  boolean goAwayHeard;
  private boolean outputEnding;
  private Termination cause;

  ToySession(Role role, Wire wire, PeerOptions options) {
    this.wire = wire;
    this.options = options;
    firstOwnId = options.firstStreamId() != 0 ? options.firstStreamId() : firstId(role);
    firstPeerId = firstId(role.peer());
    nextOwnId = firstOwnId;
  }

  private static int firstId(Role role) {
    return role == Role.CLIENT ? 3 : 2;
  }

  void start() {
    startThread("toy-read", this::readAll);
    startThread("toy-write", this::writeAll);
  }

  private static void startThread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  boolean isOwn(int id) {
    return (id & 1) == (firstOwnId & 1);
  }

  int firstPeerId() {
    return firstPeerId;
  }

  int lastOwnIdTaken() {
    return lastOwnIdTaken;
  }

  // Reading.

  private void readAll() {
    WireReader reader = new WireReader();
    byte[] buffer = new byte[8192];
    try {
      int count = wire.in().read(buffer);
      while (count >= 0) {
        receive(reader, Arrays.copyOf(buffer, count));
        count = wire.in().read(buffer);
      }
      reader.partial().flatMap(Frame::of).ifPresent(this::receive);
      end(new Termination(Termination.Cause.TRANSPORT, true, -1, ""));
    } catch (IOException e) {
      end(new Termination(Termination.Cause.TRANSPORT, true, -1, "" + e.getMessage()));
    }
  }

  private synchronized void receive(WireReader reader, byte[] octets) {
    for (WireFrame frame : reader.feed(octets)) {
      if (!refuse(frame)) {
        receive(Frame.of(frame).orElseThrow());
      }
    }
    reader.partial().ifPresent(this::refuse);
  }

  private boolean refuse(WireFrame frame) {
    Optional<Violation> fault = FrameCheck.receiverFaults(frame).stream().findFirst();
    fault.ifPresent(f -> sessionError(f.code(), f.message()));
    return fault.isPresent();
  }

  private synchronized void receive(Frame frame) {
    if (cause == null) {
      input.receive(frame);
    }
  }

  // Ending.

  synchronized void sessionError(int code, String message) {
    if (cause == null) {
      control.removeIf(frame -> !(frame instanceof Frame.Rst || frame instanceof Frame.WndInc));
      control.add(
          new Frame.GoAway(lastForGoAway(), code, message.getBytes(StandardCharsets.UTF_8)));
      end(new Termination(Termination.Cause.SESSION_ERROR, false, code, message));
    }
  }

  int lastForGoAway() {
    lastSaid = Math.min(lastSaid, highestHandedOver);
    return lastSaid;
  }

  synchronized void end(Termination how) {
    if (cause == null) {
      cause =
          goAwayHeard && how.cause() == Termination.Cause.TRANSPORT && how.byPeer()
              ? new Termination(Termination.Cause.CLOSED, true, 0, "")
              : how;
      failAll(cause.code());
      outputEnding = true;
      notifyAll();
    }
  }

  private void failAll(int code) {
    for (ToyStream stream : List.copyOf(streams.values())) {
      boolean unsent = stream.own && !stream.synTaken;
      RetryVerdict retry = unsent ? RetryVerdict.NOT_PROCESSED : RetryVerdict.UNKNOWN;
      stream.fail(FailureKind.SESSION_ENDED, code, retry);
    }
    control.removeIf(frame -> frame instanceof Frame.Syn);
    acceptors.forEach(a -> a.completeExceptionally(ended()));
    acceptors.clear();
  }

  private PeerFailure ended() {
    return new PeerFailure(
        FailureKind.SESSION_ENDED, cause.code(), RetryVerdict.NOT_PROCESSED, "session ended");
  }

  // Writing.

  synchronized void control(Frame frame) {
    control.add(frame);
    notifyAll();
  }

  void dropSyn(ToyStream stream) {
    control.removeIf(frame -> frame instanceof Frame.Syn && frame.stream() == stream.id);
  }

  private void writeAll() {
    try {
      for (byte[] octets = next(); octets.length > 0; octets = next()) {
        wire.out().write(octets);
      }
      wire.out().close();
    } catch (IOException e) {
      end(new Termination(Termination.Cause.TRANSPORT, true, -1, "" + e.getMessage()));
    }
    terminated.complete(cause);
  }

  private synchronized byte[] next() throws IOException {
    Frame frame = nextFrame();
    try {
      while (frame == null && !outputEnding) {
        wait();
        frame = nextFrame();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return frame == null ? new byte[0] : frame.toWire().encode();
  }

  private Frame nextFrame() {
    if (!control.isEmpty()) {
      Frame frame = control.remove();
      if (frame instanceof Frame.Syn) {
        streams.get(frame.stream()).synTaken = true;
        lastOwnIdTaken = frame.stream();
      }
      return frame;
    }
    return streams.values().stream()
        .filter(ToyStream::canSend)
        .min(
            Comparator.comparingInt((ToyStream s) -> -s.priority)
                .thenComparing(s -> s.id <= lastServed)
                .thenComparingInt(s -> s.id))
        .map(
            stream -> {
              lastServed = stream.id;
              return stream.nextData();
            })
        .orElse(null);
  }

  // Accepting.

  void offer(ToyStream stream) {
    backlog.add(stream);
    serveAcceptors();
  }

  int backlogSize() {
    return backlog.size();
  }

  void withdraw(ToyStream stream) {
    backlog.remove(stream);
  }

  private void serveAcceptors() {
    while (!acceptors.isEmpty() && !backlog.isEmpty() && backlog.peek().id <= lastSaid) {
      ToyStream stream = backlog.remove();
      stream.handedOver = true;
      highestHandedOver = Math.max(highestHandedOver, stream.id);
      acceptors.remove().complete(stream);
    }
  }

  void handedToExtension(int id) {
    highestHandedOver = Math.max(highestHandedOver, id);
  }

  // The application's calls.

  @Override
  public synchronized CompletionStage<PeerStream> open(OpenOptions asked) {
    if (cause != null) {
      return CompletableFuture.failedFuture(ended());
    } else if (goAwayHeard) {
      return refused(FailureKind.GONE_AWAY, 0);
    } else if (nextOwnId < 0) {
      return refused(FailureKind.IDS_EXHAUSTED, -1);
    } else if (Integer.compareUnsigned(asked.type(), 0xFFFFFEFF) >= 0) {
      return refused(FailureKind.INVALID_CALL, -1);
    }
    ToyStream stream = new ToyStream(this, nextOwnId, asked.type(), asked.priority(), true);
    nextOwnId += 2;
    stream.finQueued = asked.fin();
    stream.finSent = asked.fin();
    streams.put(stream.id, stream);
    control(new Frame.Syn(stream.id, asked.priority(), asked.type(), asked.fin()));
    return CompletableFuture.completedFuture(stream);
  }

  private static CompletionStage<PeerStream> refused(FailureKind kind, int code) {
    return CompletableFuture.failedFuture(
        new PeerFailure(kind, code, RetryVerdict.NOT_PROCESSED, "no stream: " + kind));
  }

  @Override
  public synchronized CompletionStage<PeerStream> accept() {
    CompletableFuture<PeerStream> acceptor = new CompletableFuture<>();
    if (cause != null) {
      acceptor.completeExceptionally(ended());
    }
    acceptors.add(acceptor);
    serveAcceptors();
    return acceptor;
  }

  @Override
  public synchronized CompletionStage<Void> goAway(int code, byte[] debug) {
    control(new Frame.GoAway(lastForGoAway(), code, debug));
    List<ToyStream> leftOut = new ArrayList<>();
    streams.values().stream().filter(s -> !s.own && s.id > lastSaid).forEach(leftOut::add);
    leftOut.forEach(stream -> stream.leftOut = true);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletionStage<Void> closeSession() {
    if (cause == null) {
      control(new Frame.GoAway(lastForGoAway(), 0, new byte[0]));
      end(new Termination(Termination.Cause.CLOSED, false, 0, ""));
    }
    return terminated.thenApply(how -> null);
  }

  @Override
  public CompletionStage<Void> kill() {
    end(new Termination(Termination.Cause.KILLED, false, -1, ""));
    wire.close();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Termination> terminated() {
    return terminated;
  }

  @Override
  public CompletionStage<Void> quiesce() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void close() {
    wire.close();
  }
}
