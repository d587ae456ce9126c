package org.muxado.engine;

import static org.muxado.engine.Outcome.NO_CODE;

import org.jspecify.annotations.Nullable;
import org.muxado.schedule.Turn;

/**
 * A stream, as the engine knows it: a handle for the calls on {@link Engine}. Not thread-safe: the
 * lock that guards the engine guards its streams.
 */
public final class EngineStream {

  /** {@link #synEnd} of a stream whose SYN was not put into the output. */
  static final long NOT_SENT = Long.MAX_VALUE;

  private final int id;
  private final int type;
  private final boolean own;
  private final boolean background;
  private @Nullable Outcome outcome;
  private @Nullable Object attachment;

  final ByteFifo inbox;
  final ByteFifo outbox;
  final SendWindow sendWindow = new SendWindow();
  final ReceiveWindow receiveWindow;
  final PendingControl pending;
  final Turn<EngineStream> turn;
  StreamState state = StreamState.IDLE;
  Reading reading = Reading.OPEN;
  Writing writing = Writing.OPEN;

  /** Where the SYN ends in all that {@link Engine#fill} gave, in octets. */
  long synEnd = NOT_SENT;

  /** Whether DATA, FIN or WNDINC came (RETRY-6, RETRY-7). */
  boolean heard;

  /** Whether the owner of the engine knows the stream. */
  boolean shown;

  /** Octets of DATA that were put into the output. */
  long sentBytes;

  /** Octets of DATA that came, inside the window. */
  long receivedBytes;

  boolean readerWaits;
  boolean writerWaits;

  EngineStream(
      int id,
      int type,
      boolean own,
      boolean background,
      int priority,
      ReceiveWindow receiveWindow,
      ChunkPool pool) {
    this.id = id;
    this.type = type;
    this.own = own;
    this.background = background;
    this.inbox = new ByteFifo(pool);
    this.outbox = new ByteFifo(pool);
    this.receiveWindow = receiveWindow;
    this.pending = new PendingControl(this);
    this.turn = new Turn<>(this, priority);
  }

  /** The stream id. */
  public int id() {
    return id;
  }

  /** The stream type, an unsigned number in an int. */
  public int type() {
    return type;
  }

  /** Whether this side opened the stream. */
  public boolean own() {
    return own;
  }

  /** The priority that this side schedules by: the last one set here or received. */
  public int priority() {
    return turn.priority();
  }

  /** How the stream ended, or null while it has not. */
  public @Nullable Outcome outcome() {
    return outcome;
  }

  /**
   * Why {@link Engine#read} gives {@link Engine#FAILED}, or null while it does not. Differs from
   * the outcome where this side shut its input down, or where octets are still to be read.
   */
  public @Nullable Outcome inputFailure() {
    if (reading == Reading.ENDED || !inbox.isEmpty()) {
      return null;
    }
    return reading == Reading.OPEN ? failure() : failureOr("input ended");
  }

  /** Why nothing can be written, or null if the stream itself is no obstacle. */
  @Nullable Outcome outputFailure() {
    return writing == Writing.OPEN ? failure() : failureOr("output ended");
  }

  /** How many octets {@link Engine#read} can give now. */
  public int readableBytes() {
    return inbox.sizeBytes();
  }

  /** Whether the peer's FIN has come, before input was given up here. Octets may be unread. */
  public boolean inputHasEnded() {
    return reading == Reading.ENDED;
  }

  /** How many octets wait to be sent. */
  public int queuedBytes() {
    return outbox.sizeBytes();
  }

  /** How many octets of the stream were put into the output. */
  public long sentBytes() {
    return sentBytes;
  }

  /** How many octets of the stream came, those included that nobody reads. */
  public long receivedBytes() {
    return receivedBytes;
  }

  /** Keeps an object of the session with the stream; the engine does not look at it. */
  public void attach(Object object) {
    attachment = object;
  }

  /** What {@link #attach} kept, or null. */
  public @Nullable Object attachment() {
    return attachment;
  }

  /** See {@link EngineExtension#isBackground}. */
  boolean isBackground() {
    return background;
  }

  boolean hasEnded() {
    return outcome != null;
  }

  /** Moves to the state that follows; returns what is to be done. */
  StreamAction apply(StreamInput input) {
    StreamStates.Transition transition = StreamStates.after(state, input);
    state = transition.next();
    return transition.action();
  }

  /** Whether a DATA could be sent now: octets inside the window, or a FIN (LIFE-30). */
  boolean canSend() {
    return outbox.isEmpty() ? writing == Writing.FINISHING : sendWindow.availableBytes() > 0;
  }

  /** Whether so little could be sent that more window is worth a moment (FLOW-12). */
  boolean sendsTooLittle() {
    int enough = Math.min(outbox.sizeBytes(), SmallSends.ENOUGH_BYTES);
    return sendWindow.availableBytes() < enough;
  }

  void end(Outcome outcome) {
    this.outcome = outcome;
  }

  private @Nullable Outcome failure() {
    return outcome != null && outcome.failed() ? outcome : null;
  }

  private Outcome failureOr(String what) {
    Outcome failure = failure();
    return failure != null
        ? failure
        : new Outcome(EndKind.CLOSED_HERE, NO_CODE, null, "stream " + id + ": " + what + " here");
  }
}
