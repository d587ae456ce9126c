package org.muxado;

import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;

/** A listener was asked for a session, and it was closed by then or while the call waited. */
public final class ListenerClosedException extends ClosedChannelException {

  private static final long serialVersionUID = 1L;

  private final String message;

  /**
   * Names the listener.
   *
   * @param address where it listened
   */
  public ListenerClosedException(InetSocketAddress address) {
    message = "the listener at " + address + " was closed";
  }

  @Override
  public String getMessage() {
    return message;
  }
}
