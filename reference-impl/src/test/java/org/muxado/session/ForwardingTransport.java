package org.muxado.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.muxado.transport.PolledTransport;

/** Passes each call on to another transport, for tests that change one or two of them. */
class ForwardingTransport implements PolledTransport {

  private final PolledTransport inner;

  ForwardingTransport(PolledTransport inner) {
    this.inner = inner;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return inner.read(target);
  }

  @Override
  public boolean readMayEndOutput() throws IOException {
    return inner.readMayEndOutput();
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return inner.write(source);
  }

  @Override
  public boolean flushed() {
    return inner.flushed();
  }

  @Override
  public void endOutput() throws IOException {
    inner.endOutput();
  }

  @Override
  public void await(boolean forInput, boolean forOutput) throws IOException {
    inner.await(forInput, forOutput);
  }

  @Override
  public boolean callersMayRead() {
    return inner.callersMayRead();
  }

  @Override
  public boolean suitsVirtualThreads() {
    return inner.suitsVirtualThreads();
  }

  @Override
  public void wakeup() {
    inner.wakeup();
  }

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public void close() {
    inner.close();
  }
}
