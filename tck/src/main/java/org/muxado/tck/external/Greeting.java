package org.muxado.tck.external;

import java.util.EnumSet;
import java.util.Set;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.ImplementationInfo;

/**
 * What a program says of itself when it is greeted.
 *
 * @param info name, version, language, where to report faults
 * @param capabilities what it can do
 */
record Greeting(ImplementationInfo info, Set<Capability> capabilities) {

  /** The version of the control protocol that this kit speaks. */
  static final int PROTOCOL = 1;

  /** An operation that no version of the control protocol has. */
  static final String PROBE = "no-such-operation";

  /** What cannot be offered across two processes. */
  private static final Set<Capability> IN_PROCESS_ONLY = Set.of(Capability.CLOCK, Capability.CODEC);

  static Request request() {
    return Request.of("hello").with("protocol", PROTOCOL);
  }

  static Greeting read(AnswerFields ok) throws MalformedAnswerException {
    int protocol = ok.optionalUint31("protocol");
    if (protocol != PROTOCOL) {
      throw new MalformedAnswerException(
          "it speaks control protocol " + protocol + ", not " + PROTOCOL);
    }
    String issues = ok.optionalText("issues");
    return new Greeting(
        new ImplementationInfo(
            ok.text("name"), ok.text("version"), ok.text("language"), issues == null ? "" : issues),
        capabilities(ok));
  }

  private static Set<Capability> capabilities(AnswerFields ok) throws MalformedAnswerException {
    Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    for (String name : ok.texts("capabilities")) {
      Capability capability = AnswerFields.constant(Capability.class, "capabilities", name);
      if (IN_PROCESS_ONLY.contains(capability)) {
        throw new MalformedAnswerException(name + " is not for external programs");
      }
      capabilities.add(capability);
    }
    return Set.copyOf(capabilities);
  }
}
