package org.muxado.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketOption;
import java.net.SocketOptions;
import java.net.StandardSocketOptions;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What sockets and server sockets over a session have in common: options, which are kept and mostly
 * do nothing, and a local address. Thread-safe as the sockets of the JDK are.
 */
abstract class SessionSocketImpl extends SocketImpl {

  /** Where lingering is off. */
  static final int NO_LINGER = -1;

  /** Nothing is ever held back to be sent together, so there is no delay to switch off. */
  private static final Map<Integer, Object> DEFAULTS =
      Map.of(
          SocketOptions.SO_TIMEOUT,
          0,
          SocketOptions.SO_LINGER,
          NO_LINGER,
          SocketOptions.TCP_NODELAY,
          true,
          SocketOptions.SO_KEEPALIVE,
          false,
          SocketOptions.SO_OOBINLINE,
          false,
          SocketOptions.SO_REUSEADDR,
          false,
          SocketOptions.SO_SNDBUF,
          65_536,
          SocketOptions.SO_RCVBUF,
          65_536,
          SocketOptions.IP_TOS,
          0);

  private static final Map<SocketOption<?>, Integer> STANDARD =
      Map.of(
          StandardSocketOptions.SO_LINGER, SocketOptions.SO_LINGER,
          StandardSocketOptions.TCP_NODELAY, SocketOptions.TCP_NODELAY,
          StandardSocketOptions.SO_KEEPALIVE, SocketOptions.SO_KEEPALIVE,
          StandardSocketOptions.SO_REUSEADDR, SocketOptions.SO_REUSEADDR,
          StandardSocketOptions.SO_SNDBUF, SocketOptions.SO_SNDBUF,
          StandardSocketOptions.SO_RCVBUF, SocketOptions.SO_RCVBUF,
          StandardSocketOptions.IP_TOS, SocketOptions.IP_TOS);

  private final Map<Integer, Object> kept = new ConcurrentHashMap<>(DEFAULTS);

  /**
   * Options outside java.base, such as how often TCP keep-alives are sent: libraries set them on
   * every socket, without asking whether it has them.
   */
  private final Map<SocketOption<?>, Object> others = new ConcurrentHashMap<>();

  private volatile @Nullable InetAddress localAddress;

  /** Names this end. */
  void local(InetSocketAddress local) {
    localport = local.getPort();
    localAddress = local.getAddress();
  }

  boolean isBound() {
    return localAddress != null;
  }

  /** The value of an option that has an integer for it. */
  int kept(int option) {
    return (Integer) Objects.requireNonNull(kept.get(option));
  }

  @Override
  public void setOption(int option, Object value) throws SocketException {
    if (!DEFAULTS.containsKey(option)) {
      throw unsupported(option);
    }
    boolean lingerOff = option == SocketOptions.SO_LINGER && Boolean.FALSE.equals(value);
    kept.put(option, lingerOff ? NO_LINGER : value);
  }

  @Override
  public Object getOption(int option) throws SocketException {
    Object value = option == SocketOptions.SO_BINDADDR ? localAddress : kept.get(option);
    if (value == null) {
      throw unsupported(option);
    }
    return value;
  }

  private static SocketException unsupported(int option) {
    return new SocketException("a socket over a stream has no option " + option);
  }

  @Override
  protected <T> void setOption(SocketOption<T> option, T value) throws SocketException {
    Integer id = STANDARD.get(option);
    if (id == null) {
      others.put(option, value);
    } else {
      setOption(id, value);
    }
  }

  @Override
  protected <T> T getOption(SocketOption<T> option) throws SocketException {
    Integer id = STANDARD.get(option);
    Object value = id == null ? others.get(option) : getOption(id);
    if (value == null) {
      throw new UnsupportedOperationException("'" + option.name() + "' not supported");
    }
    return option.type().cast(value);
  }

  @Override
  protected Set<SocketOption<?>> supportedOptions() {
    Set<SocketOption<?>> known = new HashSet<>(STANDARD.keySet());
    known.addAll(others.keySet());
    return known;
  }

  @Override
  protected void create(boolean stream) {
    // there is nothing to have before the stream
  }

  @Override
  protected void bind(InetAddress host, int port) {
    local(new InetSocketAddress(host, port));
  }

  @Override
  protected boolean supportsUrgentData() {
    return false;
  }

  @Override
  protected void sendUrgentData(int data) throws SocketException {
    throw new SocketException("a stream carries no urgent data");
  }
}
