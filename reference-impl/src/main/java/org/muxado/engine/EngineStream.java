package org.muxado.engine;

import org.jspecify.annotations.Nullable;

/**
 * A stream, as the engine knows it: a handle for the calls on {@link Engine}. Not thread-safe: the
 * lock that guards the engine guards its streams.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class EngineStream {

  private final int id;
  private final int type;
  private final boolean own;
  private int priority;
  private @Nullable Outcome outcome;
  private @Nullable Object attachment;

  EngineStream(int id, int type, boolean own, int priority) {
    this.id = id;
    this.type = type;
    this.own = own;
    this.priority = priority;
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
    return priority;
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
    throw new UnsupportedOperationException();
  }

  /** Why {@link Engine#write} gives {@link Engine#FAILED}, or null while it does not. */
  public @Nullable Outcome outputFailure() {
    throw new UnsupportedOperationException();
  }

  /** How many octets {@link Engine#read} can give now. */
  public int readableBytes() {
    throw new UnsupportedOperationException();
  }

  /** Keeps an object of the session with the stream; the engine does not look at it. */
  public void attach(Object object) {
    attachment = object;
  }

  /** What {@link #attach} kept, or null. */
  public @Nullable Object attachment() {
    return attachment;
  }
}
