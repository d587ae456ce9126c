package org.muxado.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.CodecFrame;
import org.muxado.tck.spi.Decoded;
import org.muxado.tck.spi.FrameCodec;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.ImplementationInfo;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.UnimplementedException;
import org.muxado.tck.spi.Wire;
import org.muxado.vectors.wire.Frame;

/**
 * An adapter that can write RST, and nothing else: enough to see a run pass, fail and skip. Made as
 * {@link Faulty}, it writes another error code.
 */
public class CodecAdapter implements Implementation {

  private final int codeOffset;

  public CodecAdapter() {
    this(0);
  }

  CodecAdapter(int codeOffset) {
    this.codeOffset = codeOffset;
  }

  /** Writes a wrong error code. */
  public static final class Faulty extends CodecAdapter {
    public Faulty() {
      super(1);
    }
  }

  @Override
  public ImplementationInfo info() {
    return new ImplementationInfo("half-a-codec", "7", "Java", "");
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.CODEC);
  }

  @Override
  public PeerSession start(Role role, Wire wire, PeerOptions options) {
    throw new UnimplementedException("start");
  }

  @Override
  public Optional<FrameCodec> codec() {
    return Optional.of(
        new FrameCodec() {
          @Override
          public Decoded decode(byte[] octets) {
            throw new UnimplementedException("decode " + Arrays.toString(octets));
          }

          @Override
          public byte[] encode(CodecFrame frame) {
            if (frame instanceof CodecFrame.Rst rst) {
              return new Frame.Rst(rst.stream(), rst.code() + codeOffset).toWire().encode();
            }
            throw new UnimplementedException("encode " + frame);
          }
        });
  }
}
