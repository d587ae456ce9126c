package org.muxado.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A transport that reads and writes what can be had at once.
 *
 * <p>One thread at a time reads and calls {@link #await}, not always the same; one thread at a time
 * writes, which may be any. Reading and writing go on at the same time. An interrupt of a thread
 * that writes must neither close the transport nor cut the write short.
 */
public non-sealed interface PolledTransport extends Transport {

  /**
   * Reads what is there.
   *
   * @return how many octets were read, 0 if none are there now, or -1 once the peer has ended its
   *     output and everything was read
   * @throws IOException if the transport broke
   */
  int read(ByteBuffer target) throws IOException;

  /**
   * Whether the next {@link #read} may end this side's output along with the peer's, as the end of
   * a TLS connection does. A session then writes all it has before it reads; until it has asked,
   * the transport gives nothing of that kind. Called by the thread that reads.
   *
   * @throws IOException if the transport broke
   */
  default boolean readMayEndOutput() throws IOException {
    return false;
  }

  /**
   * Writes what the transport takes at once.
   *
   * @return how many octets were written, 0 or more, and no octet beyond them
   * @throws IOException if the transport broke; how much was written is then unknown
   */
  int write(ByteBuffer source) throws IOException;

  /**
   * Whether nothing that was written waits inside the transport, as a TLS record does that was
   * taken whole. While something does, {@link #await} for output sends it, and a session writes no
   * more. Any thread may ask, under the lock of the session: it must wait for nothing and call
   * nobody back.
   */
  default boolean flushed() {
    return true;
  }

  /**
   * Ends this side's output; what was written is still delivered, and input goes on.
   *
   * @throws IOException if the transport broke
   */
  void endOutput() throws IOException;

  /**
   * Waits until {@link #wakeup} is called, or the transport is closed, or what is asked for comes.
   * May return early.
   *
   * @param forInput whether to return when there is something to read, be it the end
   * @param forOutput whether to return when octets can be written
   * @throws IOException if the transport broke
   */
  void await(boolean forInput, boolean forOutput) throws IOException;

  /**
   * Whether threads of the application may read while they wait for input, one at a time. So an
   * interrupt must end {@link #await} at once, without closing anything, and must not disturb
   * {@link #read}; the thread stays interrupted. Where this is false, one thread of the session's
   * own reads. Always the same; a session asks when it starts.
   */
  default boolean callersMayRead() {
    return false;
  }

  /** Makes the {@link #await} that runs, or the next one, return. Any thread may call it. */
  void wakeup();
}
