package org.muxado.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import org.muxado.session.Stream;

/**
 * Addresses for what has none. They are names for people and for logs; nothing can be reached
 * there: their numbers are of the prefix that discards everything, 100::/64. Has no state.
 */
final class StreamAddress {

  private static final int ADDRESS_BYTES = 16;

  private StreamAddress() {}

  /** The end of a stream, such as {@code stream-5.muxado/[100:0:0:0:0:0:0:5]:5}. */
  static InetSocketAddress of(Stream stream) {
    int id = stream.id();
    return new InetSocketAddress(named("stream-" + id + ".muxado", id), id & 0xffff);
  }

  /** The other end of every stream: the session. */
  static InetSocketAddress ofSession() {
    return new InetSocketAddress(named("session.muxado", 0), 0);
  }

  /** The same address, with a number if it has none: its name is looked up nowhere. */
  static SocketAddress numbered(SocketAddress address) {
    return address instanceof InetSocketAddress inet && inet.isUnresolved()
        ? new InetSocketAddress(named(inet.getHostString(), 0), inet.getPort())
        : address;
  }

  private static InetAddress named(String name, int id) {
    byte[] number = new byte[ADDRESS_BYTES];
    number[0] = 1;
    for (int i = 0; i < Integer.BYTES; i++) {
      number[ADDRESS_BYTES - 1 - i] = (byte) (id >>> (Byte.SIZE * i));
    }
    try {
      return InetAddress.getByAddress(name, number);
    } catch (UnknownHostException e) {
      throw new AssertionError("an address of 16 octets is refused", e);
    }
  }
}
