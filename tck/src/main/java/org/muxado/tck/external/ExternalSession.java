package org.muxado.tck.external;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.muxado.tck.spi.OpenOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.Termination;
import org.muxado.tck.spi.Wire;

/**
 * A session inside an external program. Thread-safe; every stage may also fail with a {@link
 * ProgramFailedException}.
 */
final class ExternalSession implements PeerSession {

  private final Program program;
  private final ControlLink link;
  private final long number;
  private final WireBridge bridge;
  private final Wire wire;
  private final long stderrBefore;
  private final AtomicLong streams = new AtomicLong();

  /**
   * Makes a session that was started.
   *
   * @param stderrBefore how many characters the program had written to standard error by then
   */
  ExternalSession(Program program, long number, WireBridge bridge, Wire wire, long stderrBefore) {
    this.program = program;
    this.link = program.link();
    this.number = number;
    this.bridge = bridge;
    this.wire = wire;
    this.stderrBefore = stderrBefore;
  }

  @Override
  public CompletionStage<PeerStream> open(OpenOptions options) {
    String name = nextName();
    return link.call(Request.open(number, name, options), ok -> stream(name, ok));
  }

  @Override
  public CompletionStage<PeerStream> accept() {
    String name = nextName();
    return link.call(Request.of("accept", number, name), ok -> stream(name, ok));
  }

  private String nextName() {
    return "s" + streams.incrementAndGet();
  }

  private PeerStream stream(String name, AnswerFields ok) throws MalformedAnswerException {
    return new ExternalStream(
        link,
        number,
        name,
        ok.streamId(),
        ok.optionalUint32("type"),
        ok.optionalUint31("priority"));
  }

  @Override
  public CompletionStage<Void> goAway(int code, byte[] debug) {
    return link.call(
        Request.of("go-away", number)
            .with("code", Integer.toUnsignedLong(code))
            .with("debug", debug),
        AnswerFields::nothing);
  }

  @Override
  public CompletionStage<Void> drain() {
    return plain("drain");
  }

  @Override
  public CompletionStage<Void> closeSession() {
    return plain("close-session");
  }

  @Override
  public CompletionStage<Void> kill() {
    return plain("kill");
  }

  @Override
  public CompletionStage<Void> quiesce() {
    return plain("quiesce");
  }

  private CompletionStage<Void> plain(String op) {
    return link.call(Request.of(op, number), AnswerFields::nothing);
  }

  @Override
  public CompletionStage<Termination> terminated() {
    return link.call(Request.of("terminated", number), ExternalSession::termination);
  }

  private static Termination termination(AnswerFields ok) throws MalformedAnswerException {
    String debug = ok.optionalText("debug");
    return new Termination(
        ok.oneOf(Termination.Cause.class, "cause"),
        ok.optionalTruth("by-peer"),
        ok.optionalCode("code"),
        debug == null ? "" : debug);
  }

  /** Other sessions of the program may have their share in it. */
  @Override
  public String lastWords() {
    return link.process().lastWords(stderrBefore);
  }

  @Override
  public void close() {
    program.end(number);
    try {
      bridge.close();
    } finally {
      wire.close();
    }
  }
}
