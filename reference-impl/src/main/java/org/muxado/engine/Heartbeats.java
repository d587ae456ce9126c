package org.muxado.engine;

import org.jspecify.annotations.Nullable;
import org.muxado.frame.FrameHeader;

/**
 * The heartbeat (section 14.2), the first extension: a stream of ours with our heartbeats, and one
 * of the peer with its. Not thread-safe.
 */
final class Heartbeats implements EngineExtension {

  private final @Nullable HeartbeatTiming timing;
  private final boolean peerQuirks;
  private final ExtensionContext context;
  private @Nullable OwnHeartbeats own;
  private @Nullable PeerHeartbeats peers;

  Heartbeats(EngineSettings settings, ExtensionContext context) {
    timing = settings.heartbeat();
    peerQuirks = settings.peerQuirks();
    this.context = context;
  }

  /** Opens our heartbeat stream, if heartbeats are to be sent (HB-2, HB-4, HB-6). */
  @Override
  public void started(long nowNanos) {
    if (timing != null
        && context.open(FrameHeader.MAX_31_BITS) instanceof OpenResult.Opened opened) {
      own = new OwnHeartbeats(opened.stream(), new Heartbeat(timing, nowNanos), context);
    }
  }

  @Override
  public boolean isBackground() {
    return true;
  }

  /** One at a time (HB-7). */
  @Override
  public boolean takesStream() {
    return peers == null || peers.stream().outcome() != null;
  }

  /** QUIRK-8. */
  @Override
  public boolean expectsStream() {
    return peerQuirks && peers == null;
  }

  @Override
  public void opened(EngineStream stream, long nowNanos) {
    peers = new PeerHeartbeats(stream, context);
  }

  @Override
  public void received(EngineStream stream, long nowNanos) {
    if (stream.own() && own != null) {
      own.takeEchoes(nowNanos);
      finishAfterPeer(stream);
    } else {
      outputTaken();
    }
  }

  /** HB-18. */
  @Override
  public void frameReceived(long nowNanos) {
    if (own != null) {
      own.signOfLife(nowNanos);
    }
  }

  /** There may be room for an echo. */
  @Override
  public void outputTaken() {
    if (peers != null) {
      peers.echo();
      finishAfterPeer(peers.stream());
    }
  }

  @Override
  public void draining(long nowNanos) {
    if (own != null) {
      own.draining(nowNanos);
    }
  }

  @Override
  public void tick(long nowNanos) {
    if (own != null) {
      own.tick(nowNanos);
    }
  }

  @Override
  public long nanosLeft(long nowNanos) {
    return own == null ? Long.MAX_VALUE : own.nanosLeft(nowNanos);
  }

  /** Ends a stream whose peer has ended it and got its answers (QUIRK-7). */
  private void finishAfterPeer(EngineStream stream) {
    boolean answered = stream.readableBytes() < Heartbeat.BYTES;
    if (stream.inputHasEnded() && answered && !peerQuirks) {
      context.finish(stream);
    }
  }
}
