package org.muxado.adapter.faults;

import static org.muxado.adapter.faults.planting.Fault.incoming;
import static org.muxado.adapter.faults.planting.Fault.options;
import static org.muxado.adapter.faults.planting.Fault.outgoing;
import static org.muxado.adapter.faults.planting.Rewrites.drop;
import static org.muxado.adapter.faults.planting.Rewrites.on;

import java.util.List;
import org.muxado.adapter.faults.planting.Fault;
import org.muxado.adapter.faults.planting.Options;
import org.muxado.adapter.faults.planting.Rewrite;
import org.muxado.adapter.faults.planting.StreamStates;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.WireFrame;

/** Faults in what is done with streams of extension types. Stateless. */
final class ExtensionFaults {

  private static final int LOWEST = 0xFFFFFEFF;

  private ExtensionFaults() {}

  static boolean isExtension(Frame.Syn syn) {
    return isExtension(syn.streamType());
  }

  private static boolean isExtension(int type) {
    return Integer.compareUnsigned(type, LOWEST) >= 0;
  }

  static List<Fault> all() {
    return List.of(
        incoming("extension-ends-session", whereExtension((wire, to) -> to.sessionError())),
        incoming("extension-shown-to-application", asApplicationStream()).silently(),
        outgoing("unregistered-extension-ignored", drop(ExtensionFaults::refusesExtension))
            .silently(),
        outgoing("extension-refused-with-wrong-code", refusedWith(ErrorCodes.REFUSED_STREAM)),
        options("extension-left-out", Options::withoutExtensions).silently());
  }

  private static Rewrite whereExtension(Rewrite rewrite) {
    return on(
        Frame.Syn.class,
        (syn, to) -> (isExtension(syn) ? rewrite : Rewrite.NONE).apply(syn.toWire(), to));
  }

  private static Rewrite asApplicationStream() {
    return whereExtension((wire, to) -> to.pass(new Frame.Syn(wire.stream(), 0, 0, false)));
  }

  private static boolean refusesExtension(WireFrame wire, StreamStates streams) {
    return Frame.of(wire).filter(Frame.Rst.class::isInstance).isPresent()
        && isExtension(streams.type(wire.stream()));
  }

  private static Rewrite refusedWith(int code) {
    return (wire, to) -> {
      if (refusesExtension(wire, to.streams())) {
        to.pass(new Frame.Rst(wire.stream(), code));
      } else {
        to.pass(wire);
      }
    };
  }
}
