package org.muxado.adapter.faults.planting;

import java.util.concurrent.CompletionStage;
import org.muxado.tck.spi.Outcome;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.ReadResult;

/** A stream that does what another one does; faults change what they need. */
public class ForwardingStream implements PeerStream {

  private final PeerStream stream;

  /** Makes one. */
  public ForwardingStream(PeerStream stream) {
    this.stream = stream;
  }

  @Override
  public int id() {
    return stream.id();
  }

  @Override
  public int type() {
    return stream.type();
  }

  @Override
  public int priority() {
    return stream.priority();
  }

  @Override
  public CompletionStage<Void> write(byte[] octets, boolean fin) {
    return stream.write(octets, fin);
  }

  @Override
  public CompletionStage<ReadResult> read(int max) {
    return stream.read(max);
  }

  @Override
  public CompletionStage<Void> shutdownInput() {
    return stream.shutdownInput();
  }

  @Override
  public CompletionStage<Void> reset(int code) {
    return stream.reset(code);
  }

  @Override
  public CompletionStage<Void> close() {
    return stream.close();
  }

  @Override
  public CompletionStage<Void> setPriority(int priority) {
    return stream.setPriority(priority);
  }

  @Override
  public CompletionStage<Outcome> outcome() {
    return stream.outcome();
  }
}
