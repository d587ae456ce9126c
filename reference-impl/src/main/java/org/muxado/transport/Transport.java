package org.muxado.transport;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A reliable, ordered, full-duplex pipe of octets under one session (section "Terms"). Two kinds
 * exist, and a session drives each in its own way: one that never waits, and one that does.
 *
 * <p>A session uses its transport for itself alone and closes it at its end.
 */
public sealed interface Transport permits PolledTransport, BlockingTransport {

  /** Names the transport for people, such as {@code tcp 127.0.0.1:4001}. */
  String name();

  /**
   * The address of the other end, or null where there is none. Always the same.
   *
   * @return null, if not overridden
   */
  default @Nullable SocketAddress peerAddress() {
    return null;
  }

  /**
   * Whether a virtual thread that waits in this transport leaves its carrier to others, on each
   * Java that has such threads. Up to Java 24 it does not while it holds a monitor or waits in a
   * selector, and on every Java it does not while it waits in native code, as reading a pipe of the
   * system does. Where this is false, the session's own threads are platform threads, unless its
   * settings say otherwise.
   *
   * @return false, if not overridden
   */
  default boolean suitsVirtualThreads() {
    return false;
  }

  /**
   * Drops both directions at once. Any thread may call it at any time; a call that waits in the
   * transport ends, by an exception or otherwise. Does not wait and does not throw; closing again
   * does nothing.
   */
  void close();
}
