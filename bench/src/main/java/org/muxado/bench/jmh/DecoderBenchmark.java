package org.muxado.bench.jmh;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muxado.frame.Decoded;
import org.muxado.frame.Frame;
import org.muxado.frame.FrameDecoder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One frame out of octets. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecoderBenchmark {

  private static final int FRAMES = 100;

  /** What the octets are. */
  public enum Kind {
    SYN,
    WNDINC,
    DATA_1,
    DATA_8192
  }

  /** The frame that is decoded. */
  @Param public Kind kind = Kind.SYN;

  private final FrameDecoder decoder = new FrameDecoder(false);
  private @Nullable ByteBuffer octets;

  /** Decodes a row of equal frames. */
  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public int decode() {
    ByteBuffer input = octets().rewind();
    int found = 0;
    for (Decoded next = decoder.next(input); next != null; next = decoder.next(input)) {
      found += next instanceof Frame frame ? frame.streamId() : 0;
    }
    return found;
  }

  private ByteBuffer octets() {
    if (octets == null) {
      Frame frame = frame(kind);
      ByteBuffer written = ByteBuffer.allocateDirect(FRAMES * frame.sizeBytes());
      for (int i = 0; i < FRAMES; i++) {
        frame.write(written);
      }
      octets = written;
    }
    return octets;
  }

  static Frame frame(Kind kind) {
    return switch (kind) {
      case SYN -> new Frame.Syn(3, 0, 0, false);
      case WNDINC -> new Frame.WndInc(3, 32_768);
      case DATA_1 -> new Frame.Data(3, false, ByteBuffer.allocate(1));
      case DATA_8192 -> new Frame.Data(3, false, ByteBuffer.allocate(8_192));
    };
  }
}
