package org.muxado.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.muxado.tls.TlsException.Reason;

/**
 * What the peer sends: opens records. For one thread at a time.
 *
 * <p>When the peer's close_notify is opened, TLS 1.2 and some providers end this side's output too.
 * So a record that may be one is opened only where the session has nothing to write, which includes
 * the answers to all that came before it.
 */
final class TlsInput {

  private static final int BATCH_BYTES = 65_536;

  /** It may be two octets of the session after all, which must not wait for ever (SESS-9). */
  private static final long HOLD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SSLEngine engine;
  private final Link link;
  private final TlsOutput output;
  private final TlsFailures failures;

  /** Records that are not opened, up to the limit. */
  private final ByteBuffer sealed;

  /** Octets that the caller had no room for, up to the limit. */
  private final ByteBuffer opened;

  private final AlertGuess alerts = new AlertGuess();
  private boolean established;
  private boolean lastAllowed;
  private long heldSinceNanos;
  private boolean linkEnded;
  private @Nullable IOException linkFailure;
  private boolean closed;

  TlsInput(SSLEngine engine, Link link, TlsOutput output, TlsFailures failures) {
    this.engine = engine;
    this.link = link;
    this.output = output;
    this.failures = failures;
    int recordBytes = engine.getSession().getPacketBufferSize();
    sealed = ByteBuffer.allocateDirect(BATCH_BYTES + recordBytes).limit(0);
    opened = ByteBuffer.allocate(recordBytes).limit(0);
  }

  /** Whether the peer said that it ended its output. */
  boolean closed() {
    return closed;
  }

  /** The handshake is over. */
  void established() {
    established = true;
    alerts.established(engine.getSession().getProtocol());
  }

  /** Whether there is something to read without waiting for the link, be it the end. */
  boolean ready() throws TlsException {
    if (output.ending()) {
      return linkEnded;
    }
    return closed || opened.hasRemaining() || linkEnded || hasRecord();
  }

  /** Whether waiting for the link can bring anything. */
  boolean mayGrow() {
    return !linkEnded;
  }

  /**
   * Reads octets of the peer.
   *
   * @return how many, 0 for none now, or -1 once the peer said that there are no more
   * @throws TlsException if the connection was cut, or the peer broke the rules of TLS
   */
  int read(ByteBuffer target) throws IOException {
    if (output.ending()) {
      return throwAway();
    }
    int start = target.position();
    takeOpened(target);
    while (target.hasRemaining() && !closed && advance(target, target.position() > start)) {
      takeOpened(target);
    }
    lastAllowed = false;
    int count = target.position() - start;
    if (count == 0 && closed) {
      return -1;
    }
    if (count == 0 && linkEnded && !hasRecord()) {
      throw linkFailure == null ? failures.truncated() : linkFailure;
    }
    return count;
  }

  /** Opens a record or reads more of them; false if neither can be done now. */
  private boolean advance(ByteBuffer target, boolean some) throws IOException {
    if (!hasRecord()) {
      return fill() > 0;
    }
    boolean held = isLast() && (some || !lastAllowed);
    return !held && open(target);
  }

  /**
   * Looks whether the next record may be the peer's last, and lets the {@link #read} that follows
   * open it; no other does.
   */
  boolean allowEnd() throws IOException {
    boolean last = !closed && !output.ending() && hasRecord() && isLast() && fill() <= 0;
    long nowNanos = System.nanoTime();
    heldSinceNanos = lastAllowed ? heldSinceNanos : nowNanos;
    lastAllowed = last;
    return last && nowNanos - heldSinceNanos < HOLD_NANOS;
  }

  /** Whether {@link #allowEnd} found such a record, and no {@link #read} has followed. */
  boolean held() {
    return lastAllowed;
  }

  private boolean hasRecord() throws TlsException {
    return sealed.remaining() >= RecordHeader.BYTES && sealed.remaining() >= next().sizeBytes();
  }

  private RecordHeader next() throws TlsException {
    return RecordHeader.at(sealed, link.peer());
  }

  /** Whether the next record may be the peer's last, and end an output that is of use. */
  private boolean isLast() throws TlsException {
    RecordHeader next = next();
    boolean last = sealed.remaining() == next.sizeBytes(); // nothing follows that one
    return last && alerts.mayBeAlert(next) && !output.broken();
  }

  /**
   * Reads from the link: how many octets, 0 for none now, or -1 at its end. A link that broke is
   * one that ended: the records that came before are opened first, and one may say why (an alert).
   */
  private int fill() {
    sealed.compact();
    try {
      int count = link.read(sealed);
      linkEnded |= count < 0;
      return count;
    } catch (IOException e) {
      linkBroke(e);
      return -1;
    } finally {
      sealed.flip();
    }
  }

  /** No more will come than what is there; once that is read, reading throws this. */
  void linkBroke(IOException failure) {
    linkEnded = true;
    linkFailure = failure;
  }

  /** Once this side has ended its output, its session wants no more input (END-5). */
  private int throwAway() throws IOException {
    int count;
    do {
      sealed.clear();
      count = link.read(sealed);
    } while (count > 0);
    sealed.limit(0);
    return count;
  }

  private void takeOpened(ByteBuffer target) {
    int count = Math.min(opened.remaining(), target.remaining());
    target.put(opened.slice(opened.position(), count));
    opened.position(opened.position() + count);
  }

  /** Opens a record; false if TLS has something to say first and cannot. */
  private boolean open(ByteBuffer target) throws IOException {
    if (established && next().isHandshake()) {
      throw new TlsException(Reason.FAILED, link.peer() + " asks for another TLS handshake");
    }
    try {
      return unwrap(target);
    } catch (SSLException e) {
      throw output.alert(failures.of(e));
    }
  }

  private boolean unwrap(ByteBuffer target) throws IOException {
    RecordHeader header = next();
    SSLEngineResult result = engine.unwrap(sealed, target);
    if (result.getStatus() == Status.BUFFER_OVERFLOW) {
      opened.clear();
      try {
        result = engine.unwrap(sealed, opened);
      } finally {
        opened.flip();
      }
    }
    alerts.opened(header, result.bytesProduced());
    closed = result.getStatus() == Status.CLOSED;
    if (result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
      Tasks.run(engine);
    }
    boolean wordless = closed || result.getHandshakeStatus() != HandshakeStatus.NEED_WRAP;
    return wordless || !established || output.speak() || result.bytesConsumed() > 0;
  }

  /**
   * Reads one message of the handshake.
   *
   * @return false if the link has nothing now
   * @throws TlsException if the peer ended the connection or broke the rules of TLS
   */
  boolean readHandshake() throws IOException {
    if (hasRecord()) {
      unwrap(NOTHING);
      return true;
    }
    int count = fill();
    if (linkFailure != null) {
      throw linkFailure;
    }
    if (count < 0 || closed) {
      throw failures.cut();
    }
    return count > 0;
  }
}
