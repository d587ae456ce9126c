package org.muxado.adapter.faults.planting;

import java.util.concurrent.CompletionStage;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.ReadResult;

/** A stream that the application should not have got; its calls are never answered. */
public final class GhostStream implements PeerStream {

  @Override
  public int id() {
    return 0x7FFFFFFD;
  }

  @Override
  public int type() {
    return 0;
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public CompletionStage<Void> write(byte[] octets, boolean fin) {
    return Stages.never();
  }

  @Override
  public CompletionStage<ReadResult> read(int max) {
    return Stages.never();
  }

  @Override
  public CompletionStage<Void> close() {
    return Stages.never();
  }
}
