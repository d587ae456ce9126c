package org.muxado.adapter.faults.planting;

import java.io.ByteArrayOutputStream;
import java.util.function.Supplier;
import org.muxado.tck.spi.CodecFrame;
import org.muxado.tck.spi.Decoded;
import org.muxado.tck.spi.FrameCodec;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.Role;
import org.muxado.vectors.wire.Octets;

/** The library's codec behind the same rewrites as its wire. Has no state. */
final class FaultyCodec implements FrameCodec {

  private final FrameCodec codec;
  private final Supplier<FrameFault> faults;

  FaultyCodec(FrameCodec codec, Supplier<FrameFault> faults) {
    this.codec = codec;
    this.faults = faults;
  }

  @Override
  public Decoded decode(byte[] octets) {
    return codec.decode(link().fromKit(octets, new ByteArrayOutputStream()));
  }

  @Override
  public byte[] encode(CodecFrame frame) {
    Link link = link();
    return Octets.concat(link.fromLibrary(codec.encode(frame)), link.restFromLibrary());
  }

  private Link link() {
    return new Link(faults.get(), new StreamStates(Role.SERVER, PeerOptions.DEFAULTS));
  }
}
