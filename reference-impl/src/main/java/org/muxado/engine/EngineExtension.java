package org.muxado.engine;

/**
 * An extension of the protocol inside the engine: what becomes of the streams of one type (section
 * 14). It has no thread, does no I/O and reads no clock: the engine calls it, under the lock that
 * guards the engine, and it must not wait. One object serves one session. What it throws is thrown
 * by the call on the engine, which is then in no state to go on: a session is killed by it.
 *
 * <p>Its streams are those that the peer opens with its type, and those that it opens itself with
 * {@link ExtensionContext#open}. They take no place in the backlog, count as handed over
 * (GOAWAY-6), and the owner of the engine does not see them, unless {@link
 * ExtensionContext#handOver} gives him one. How one has ended, {@link EngineStream#outcome} tells.
 * A stream that the owner opens with this type is his alone.
 *
 * <p>The heartbeat is such an extension. Times are nanoseconds on the clock of the engine.
 */
public interface EngineExtension {

  /** Makes the extension of each session; may be called by several threads at a time. */
  @FunctionalInterface
  interface Factory {

    /**
     * Makes the extension of one session.
     *
     * @param context what it acts with; only while the engine calls it, from {@link #started} on
     */
    EngineExtension create(ExtensionContext context);
  }

  /** The session starts; the first occasion to open a stream. */
  default void started(long nowNanos) {}

  /**
   * Whether its streams are background: none of {@link EngineSettings#maxOwnStreams} or {@link
   * Limits#maxPeerStreams}, and no drain waits for their end. Then {@link #takesStream} must bound
   * those of the peer. Always the same.
   */
  default boolean isBackground() {
    return false;
  }

  /** Whether a SYN that came now would be taken; if not, it is refused. Changes nothing. */
  default boolean takesStream() {
    return true;
  }

  /**
   * Whether a stream of this type is still to come, and must not be left out: a GOAWAY leaves
   * nothing out until then (QUIRK-8). Changes nothing.
   */
  default boolean expectsStream() {
    return false;
  }

  /** The peer opened a stream of this type. {@link #received} follows if its SYN carried FIN. */
  void opened(EngineStream stream, long nowNanos);

  /** Octets or FIN came on one of its streams. */
  default void received(EngineStream stream, long nowNanos) {}

  /** A frame came, on whatever stream, and has had its effect. */
  default void frameReceived(long nowNanos) {}

  /** Frames were taken to be written: a full stream may have room again. */
  default void outputTaken() {}

  /**
   * A drain has begun: its first GOAWAY is queued. An extension that can tell when all that is
   * queued by now has reached the peer, and been answered, calls {@link
   * ExtensionContext#nothingIsInFlight} then, so that the drain waits no longer (GOAWAY-27).
   */
  default void draining(long nowNanos) {}

  /** Lets timers run; while the session is neither closing nor ended. */
  default void tick(long nowNanos) {}

  /** How long until {@link #tick} has something to do: 0 if it is due, MAX_VALUE for never. */
  default long nanosLeft(long nowNanos) {
    return Long.MAX_VALUE;
  }
}
