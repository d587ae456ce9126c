package org.muxado.bench.jmh;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.muxado.frame.Frame;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One frame into octets. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EncoderBenchmark {

  /** The frame that is encoded. */
  @Param public DecoderBenchmark.Kind kind = DecoderBenchmark.Kind.SYN;

  private final ByteBuffer out = ByteBuffer.allocateDirect(65_536);
  private final ByteBuffer octet = ByteBuffer.allocate(1);
  private final ByteBuffer many = ByteBuffer.allocate(8_192);

  /** Makes a frame and writes it, as a session does. */
  @Benchmark
  public ByteBuffer encode() {
    out.clear();
    switch (kind) {
      case SYN -> new Frame.Syn(3, 0, 0, false).write(out);
      case WNDINC -> new Frame.WndInc(3, 32_768).write(out);
      case DATA_1 -> new Frame.Data(3, false, octet).write(out);
      case DATA_8192 -> new Frame.Data(3, false, many).write(out);
    }
    return out;
  }
}
