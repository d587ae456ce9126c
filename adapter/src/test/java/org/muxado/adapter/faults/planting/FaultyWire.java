package org.muxado.adapter.faults.planting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.muxado.tck.spi.Wire;

/** A wire whose frames are rewritten on their way. Thread-safe as far as the kit's wire is. */
final class FaultyWire implements Wire {

  private static final int READ_OCTETS = 1 << 16;

  private final Wire wire;
  private final Link link;
  private final Set<WireFault> faults;
  private final ReentrantLock output = new ReentrantLock();
  private final InputStream in = new In();
  private final OutputStream out = new Out();

  FaultyWire(Wire wire, Link link, Set<WireFault> faults) {
    this.wire = wire;
    this.link = link;
    this.faults = faults;
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public OutputStream out() {
    return out;
  }

  @Override
  public void close() {
    if (!faults.contains(WireFault.KEEPS_WIRE_OPEN)) {
      wire.close();
    }
  }

  private void write(byte[] octets) throws IOException {
    if (octets.length > 0) {
      wire.out().write(octets);
    }
  }

  private void answer(byte[] octets) {
    if (octets.length == 0) {
      return;
    }
    output.lock();
    try {
      write(octets);
    } catch (IOException e) {
      // The library finds out by itself that the wire is broken.
    } finally {
      output.unlock();
    }
  }

  private void endOfInput() {
    if (faults.contains(WireFault.RELEASES_AT_THE_END)) {
      wire.close();
    }
  }

  private byte[] fromKit(byte[] octets, ByteArrayOutputStream answers) {
    boolean waits = faults.contains(WireFault.READER_WAITS_FOR_WRITER);
    return waits ? behindTheWriter(octets, answers) : link.fromKit(octets, answers);
  }

  private byte[] behindTheWriter(byte[] octets, ByteArrayOutputStream answers) {
    output.lock();
    try {
      return link.fromKit(octets, answers);
    } finally {
      output.unlock();
    }
  }

  private final class In extends InputStream {

    private ByteArrayInputStream ready = new ByteArrayInputStream(new byte[0]);
    private boolean ended;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      while (length > 0 && ready.available() == 0 && !ended) {
        ready = new ByteArrayInputStream(next());
      }
      return ready.read(into, from, length);
    }

    private byte[] next() throws IOException {
      byte[] octets = new byte[READ_OCTETS];
      int count = wire.in().read(octets);
      if (count < 0) {
        ended = true;
        endOfInput();
        return new byte[0];
      }
      ByteArrayOutputStream answers = new ByteArrayOutputStream();
      byte[] onward = fromKit(Arrays.copyOf(octets, count), answers);
      answer(answers.toByteArray());
      return onward;
    }

    @Override
    public int available() throws IOException {
      return ready.available() > 0 ? ready.available() : wire.in().available();
    }

    @Override
    public void close() throws IOException {
      wire.in().close();
    }
  }

  private final class Out extends OutputStream {

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      output.lock();
      try {
        FaultyWire.this.write(link.fromLibrary(Arrays.copyOfRange(octets, from, from + length)));
      } finally {
        output.unlock();
      }
    }

    @Override
    public void close() throws IOException {
      output.lock();
      try {
        FaultyWire.this.write(link.restFromLibrary());
      } finally {
        output.unlock();
      }
      if (!faults.contains(WireFault.KEEPS_WIRE_OPEN)) {
        wire.out().close();
      }
    }
  }
}
