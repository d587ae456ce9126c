package org.muxado.tck.toy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.muxado.tck.spi.FailureKind;
import org.muxado.tck.spi.Outcome;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.ReadResult;
import org.muxado.tck.spi.RetryVerdict;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;

/** A stream of the toy; everything happens under the session's lock. */
final class ToyStream implements PeerStream {

  static final long WINDOW = 65_536;

  final ToySession session;
  final int id;
  final int type;
  final boolean own;
  int priority;
  long sendWindow = WINDOW;
  long receiveWindow = WINDOW;
  int consumed;
  boolean synTaken;
  boolean handedOver;
  boolean answered;
  boolean finQueued;
  boolean finSent;
  boolean finReceived;
  boolean inputShut;
  boolean closedByApplication;
  boolean cancelBehindFin;
  boolean resetSent;
  boolean leftOut;
  PeerFailure failure;
  boolean failedHere;
  byte[] output = new byte[0];
  byte[] input = new byte[0];
  final Queue<PendingRead> reads = new ArrayDeque<>();
  final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

  record PendingRead(int max, CompletableFuture<ReadResult> result) {}

  ToyStream(ToySession session, int id, int type, int priority, boolean own) {
    this.session = session;
    this.id = id;
    this.type = type;
    this.priority = priority;
    this.own = own;
  }

  boolean isClosed() {
    return failure != null || (finSent && finReceived);
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public int type() {
    return type;
  }

  @Override
  public int priority() {
    return priority;
  }

  @Override
  public CompletionStage<Void> write(byte[] octets, boolean fin) {
    synchronized (session) {
      if (failure != null) {
        return CompletableFuture.failedFuture(failure);
      }
      if (finQueued) {
        return CompletableFuture.failedFuture(
            new PeerFailure(FailureKind.CLOSED_HERE, -1, null, "output is finished"));
      }
      output = append(output, octets);
      finQueued = fin;
      session.notifyAll();
      return CompletableFuture.completedFuture(null);
    }
  }

  static byte[] append(byte[] head, byte[] tail) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(head);
    both.writeBytes(tail);
    return both.toByteArray();
  }

  @Override
  public CompletionStage<ReadResult> read(int max) {
    synchronized (session) {
      CompletableFuture<ReadResult> result = new CompletableFuture<>();
      reads.add(new PendingRead(max, result));
      serveReads();
      return result;
    }
  }

  void serveReads() {
    while (!reads.isEmpty()) {
      ReadResult result = next(reads.peek().max());
      if (result == null) {
        return;
      }
      reads.remove().result().complete(result);
    }
  }

  private ReadResult next(int max) {
    if (inputShut) {
      return new ReadResult.Failed(
          new PeerFailure(FailureKind.CLOSED_HERE, -1, null, "input is shut"));
    } else if (input.length > 0 && !failedHere) {
      int count = Math.min(max, input.length);
      byte[] head = Arrays.copyOf(input, count);
      input = Arrays.copyOfRange(input, count, input.length);
      consume(count);
      return new ReadResult.Octets(head);
    } else if (finReceived && !failedHere) {
      return new ReadResult.EndOfStream();
    }
    return failure == null ? null : new ReadResult.Failed(failure);
  }

  void consume(int count) {
    consumed += count;
    if (consumed >= 32_768 && !finReceived && !isClosed()) {
      receiveWindow += consumed;
      session.control(new Frame.WndInc(id, consumed));
      consumed = 0;
    }
  }

  @Override
  public CompletionStage<Void> shutdownInput() {
    synchronized (session) {
      inputShut = true;
      consume(input.length);
      input = new byte[0];
      serveReads();
      return CompletableFuture.completedFuture(null);
    }
  }

  @Override
  public CompletionStage<Void> reset(int code) {
    synchronized (session) {
      if (code == ErrorCodes.REFUSED_STREAM || !ErrorCodes.isKnown(code)) {
        return CompletableFuture.failedFuture(
            new PeerFailure(FailureKind.INVALID_CALL, -1, null, "code " + code));
      }
      if (!isClosed()) {
        failedHere = true;
        sendReset(code);
      }
      return CompletableFuture.completedFuture(null);
    }
  }

  /** Sends RST, or drops the stream if its SYN was not sent. */
  void sendReset(int code) {
    resetSent = true;
    if (own && !synTaken) {
      session.dropSyn(this);
      fail(FailureKind.RESET_HERE, code, RetryVerdict.NOT_PROCESSED);
      return;
    }
    session.control(new Frame.Rst(id, code));
    fail(FailureKind.RESET_HERE, code, RetryVerdict.UNKNOWN);
  }

  @Override
  public CompletionStage<Void> close() {
    synchronized (session) {
      if (!isClosed() && !closedByApplication) {
        closedByApplication = true;
        cancelBehindFin = input.length > 0 && !finReceived;
        consume(input.length);
        input = new byte[0];
        inputShut = true;
        finQueued = true;
        session.notifyAll();
      }
      serveReads();
      return CompletableFuture.completedFuture(null);
    }
  }

  @Override
  public CompletionStage<Void> setPriority(int newPriority) {
    synchronized (session) {
      priority = newPriority;
      return CompletableFuture.completedFuture(null);
    }
  }

  @Override
  public CompletionStage<Outcome> outcome() {
    return outcome;
  }

  void fail(FailureKind kind, int code, RetryVerdict verdict) {
    if (isClosed()) {
      return;
    }
    RetryVerdict retry = own ? verdict : null;
    failure = new PeerFailure(kind, code, retry, "stream " + id + " " + kind);
    output = new byte[0];
    outcome.complete(new Outcome(kind, code, retry));
    serveReads();
  }

  void checkDone() {
    if (failure == null && finSent && finReceived) {
      outcome.complete(new Outcome(null, -1, null));
    }
    serveReads();
  }

  boolean canSend() {
    return failure == null
        && (!own || synTaken)
        && !finSent
        && ((output.length > 0 && sendWindow > 0) || (output.length == 0 && finQueued));
  }

  /** Takes the next DATA out of the queue. */
  Frame.Data nextData() {
    int count = (int) Math.min(Math.min(output.length, sendWindow), 4096);
    byte[] head = Arrays.copyOf(output, count);
    output = Arrays.copyOfRange(output, count, output.length);
    sendWindow -= count;
    boolean last = finQueued && output.length == 0;
    finSent |= last;
    if (last && cancelBehindFin && !finReceived) {
      sendReset(ErrorCodes.CANCEL);
    }
    checkDone();
    return new Frame.Data(id, head, last);
  }
}
