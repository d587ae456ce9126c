package org.muxado.engine;

/** A moment at which something is to be done, if set. Not thread-safe. */
final class Deadline {

  private boolean set;
  private long atNanos;

  void set(long atNanos) {
    set = true;
    this.atNanos = atNanos;
  }

  /** Sets it unless it is set. */
  void setFirst(long atNanos) {
    if (!set) {
      set(atNanos);
    }
  }

  void clear() {
    set = false;
  }

  boolean isSet() {
    return set;
  }

  boolean isDue(long nowNanos) {
    return set && nowNanos - atNanos >= 0;
  }

  /** How long it is until then: 0 if due, {@link Long#MAX_VALUE} if not set. */
  long nanosLeft(long nowNanos) {
    return set ? Math.max(0, atNanos - nowNanos) : Long.MAX_VALUE;
  }
}
