package org.muxado.tls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.muxado.session.SessionSettings;

/**
 * The connections of a listener that are in their handshake or wait to be accepted: a bounded
 * number. Thread-safe.
 */
final class Lobby {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final ServerSocketChannel channel;
  private final TlsSettings tls;
  private final SessionSettings settings;
  private final Semaphore room;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<TlsAccepted> ready = new ArrayDeque<>();

  /** Those that accept and those that shake hands. */
  private final Set<Thread> threads = new HashSet<>();

  private boolean closed;

  Lobby(ServerSocketChannel channel, TlsSettings tls, SessionSettings settings) {
    this.channel = channel;
    this.tls = tls;
    this.settings = settings;
    room = new Semaphore(tls.handshakesAtOnce());
  }

  /** Begins to accept connections. */
  void open(String threadName) {
    start(threadName, this::acceptAll);
  }

  private void start(String name, Runnable task) {
    Thread thread = new Thread(() -> run(task), name);
    thread.setDaemon(true);
    lock.lock();
    try {
      threads.add(thread);
    } finally {
      lock.unlock();
    }
    boolean started = false;
    try {
      thread.start();
      started = true;
    } finally {
      if (!started) {
        forget(thread);
      }
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } finally {
      forget(Thread.currentThread());
    }
  }

  private void forget(Thread thread) {
    lock.lock();
    try {
      threads.remove(thread);
    } finally {
      lock.unlock();
    }
  }

  private void acceptAll() {
    while (channel.isOpen()) {
      room.acquireUninterruptibly();
      acceptOne();
    }
  }

  /** Goes on whatever happens: nobody would accept in this thread's place. */
  private void acceptOne() {
    try {
      admit(channel.accept());
    } catch (IOException e) {
      passOver(e);
    } catch (RuntimeException | Error e) {
      passOver(new IOException("a connection could not be accepted: " + e, e));
    }
  }

  /** Begins the handshake on a connection, which is closed if that fails. */
  private void admit(SocketChannel connection) throws IOException {
    try {
      String name = "muxado-tls-handshake " + connection.getRemoteAddress();
      start(name, () -> shakeHands(connection));
    } catch (IOException | RuntimeException | Error e) {
      Closing.quietly(connection);
      throw e;
    }
  }

  private void passOver(IOException failure) {
    room.release();
    if (channel.isOpen()) {
      tell(failure);
      LockSupport.parkNanos(PAUSE_NANOS); // such as no file descriptors: trying on would spin
    }
  }

  private void tell(IOException failure) {
    try {
      tls.onRefused().accept(failure);
    } catch (RuntimeException | Error thrown) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
    }
  }

  private void shakeHands(SocketChannel connection) {
    boolean given = false;
    try {
      given = give(Connecting.server(connection, tls, settings));
    } catch (InterruptedIOException listenerClosed) {
      // Nobody refused this connection.
    } catch (IOException e) {
      tell(e);
    } finally {
      if (!given) {
        Closing.quietly(connection);
        room.release();
      }
    }
  }

  /** Lets a connection wait to be accepted; false if the listener is closed. */
  private boolean give(TlsTransport transport) {
    TlsAccepted accepted =
        new TlsAccepted(MuxadoTls.startServer(transport, settings), transport.agreed());
    lock.lock();
    try {
      if (!closed) {
        ready.add(accepted);
        changed.signal();
        return true;
      }
    } finally {
      lock.unlock();
    }
    accepted.session().kill();
    return false;
  }

  /**
   * Waits for a connection.
   *
   * @param limit how long to wait at most; zero for as long as it takes
   * @return the session, or null if the time is over
   * @throws ClosedChannelException if the listener is closed
   * @throws InterruptedIOException if the thread is interrupted while it waits; it stays so
   */
  @Nullable TlsAccepted take(Duration limit) throws IOException {
    long leftNanos = limit.isZero() ? Long.MAX_VALUE : TimeUnit.NANOSECONDS.convert(limit);
    lock.lock();
    try {
      while (ready.isEmpty()) {
        if (closed) {
          throw new ClosedChannelException();
        }
        if (leftNanos <= 0) {
          return null;
        }
        leftNanos = changed.awaitNanos(leftNanos);
      }
      room.release();
      return ready.remove();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a connection");
    } finally {
      lock.unlock();
    }
  }

  /** Drops all that wait. The listener's channel is closed. */
  void close() {
    List<TlsAccepted> dropped = endWaiting();
    dropped.forEach(waiting -> waiting.session().kill()); // with the lock given back
    room.release(dropped.size());
  }

  private List<TlsAccepted> endWaiting() {
    lock.lock();
    try {
      closed = true;
      threads.forEach(Thread::interrupt);
      List<TlsAccepted> waiting = List.copyOf(ready);
      ready.clear();
      changed.signalAll();
      return waiting;
    } finally {
      lock.unlock();
    }
  }
}
