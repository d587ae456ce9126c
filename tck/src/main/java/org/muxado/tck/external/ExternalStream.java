package org.muxado.tck.external;

import java.util.concurrent.CompletionStage;
import org.muxado.tck.spi.Outcome;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.ReadResult;

/** A stream inside an external program. Thread-safe, like {@link ExternalSession}. */
final class ExternalStream implements PeerStream {

  private final ControlLink link;
  private final long session;
  private final String name;
  private final int id;
  private final int type;
  private volatile int priority;

  ExternalStream(ControlLink link, long session, String name, int id, int type, int priority) {
    this.link = link;
    this.session = session;
    this.name = name;
    this.id = id;
    this.type = type;
    this.priority = priority;
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public int type() {
    return type;
  }

  @Override
  public int priority() {
    return priority;
  }

  @Override
  public CompletionStage<Void> write(byte[] octets, boolean fin) {
    return plain(request("write").with("data", octets).withTrue("fin", fin));
  }

  @Override
  public CompletionStage<ReadResult> read(int max) {
    return link.call(
        request("read").with("max", max), ok -> readResult(ok, max), ReadResult.Failed::new);
  }

  private static ReadResult readResult(AnswerFields ok, int max) throws MalformedAnswerException {
    if (ok.optionalTruth("eof")) {
      return new ReadResult.EndOfStream();
    }
    byte[] octets = ok.octets("data");
    if (octets.length == 0 || octets.length > max) {
      throw new MalformedAnswerException(
          "\"data\" holds " + octets.length + " octets, not 1 to " + max);
    }
    return new ReadResult.Octets(octets);
  }

  @Override
  public CompletionStage<Void> shutdownInput() {
    return plain(request("shutdown-input"));
  }

  @Override
  public CompletionStage<Void> reset(int code) {
    return plain(request("reset").with("code", Integer.toUnsignedLong(code)));
  }

  @Override
  public CompletionStage<Void> close() {
    return plain(request("close"));
  }

  @Override
  public CompletionStage<Void> setPriority(int newPriority) {
    return link.call(
        request("set-priority").with("priority", newPriority),
        ok -> {
          priority = newPriority;
          return ok.nothing();
        });
  }

  @Override
  public CompletionStage<Outcome> outcome() {
    return link.call(request("outcome"), ExternalStream::outcome);
  }

  private static Outcome outcome(AnswerFields ok) throws MalformedAnswerException {
    if (ok.absent("kind")) {
      return new Outcome(null, -1, null);
    }
    return new Outcome(ok.failureKind(), ok.optionalCode("code"), ok.optionalRetry());
  }

  private Request request(String op) {
    return Request.of(op, session, name);
  }

  private CompletionStage<Void> plain(Request request) {
    return link.call(request, AnswerFields::nothing);
  }
}
