package org.muxado.adapter.interop;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.muxado.transport.PolledTransport;

/**
 * A transport whose input or output can be held back, as a network that stands still would.
 * Thread-safe.
 */
final class HeldTransport implements PolledTransport {

  private final PolledTransport wrapped;
  private boolean inputHeld;
  private boolean outputHeld;

  HeldTransport(PolledTransport wrapped) {
    this.wrapped = wrapped;
  }

  /** Holds back what arrives after this call. */
  synchronized void holdInput() {
    inputHeld = true;
  }

  /** Lets all input through. */
  synchronized void releaseInput() {
    inputHeld = false;
    wrapped.wakeup();
  }

  /** Takes no octet of output any more. */
  synchronized void holdOutput() {
    outputHeld = true;
  }

  @Override
  public synchronized int read(ByteBuffer target) throws IOException {
    return inputHeld ? 0 : wrapped.read(target);
  }

  @Override
  public synchronized int write(ByteBuffer source) throws IOException {
    return outputHeld ? 0 : wrapped.write(source);
  }

  @Override
  public void await(boolean forInput, boolean forOutput) throws IOException {
    boolean input;
    boolean output;
    synchronized (this) {
      input = forInput && !inputHeld;
      output = forOutput && !outputHeld;
    }
    wrapped.await(input, output);
  }

  @Override
  public String name() {
    return wrapped.name();
  }

  @Override
  public void endOutput() throws IOException {
    wrapped.endOutput();
  }

  @Override
  public void wakeup() {
    wrapped.wakeup();
  }

  @Override
  public void close() {
    wrapped.close();
  }
}
