package org.muxado.tck.player;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.spi.PeerFailure;
import org.muxado.tck.spi.PeerStream;
import org.muxado.tck.spi.ReadResult;
import org.muxado.tck.transcript.Entry;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.Octets;

/**
 * The standing echo stream: the application reads an 8-octet nonce and writes it back, so that the
 * answer has crossed the reading path, the application and the writing path.
 */
final class EchoFence implements Fences.Fence {

  private static final int NONCE_OCTETS = 8;
  private static final int NONCE_MARK = 0xEC40EC40;

  private final Scene scene;
  private final PeerStream stream;
  private final int id;
  private int crossings;

  private EchoFence(Scene scene, PeerStream stream, int id) {
    this.scene = scene;
    this.stream = stream;
    this.id = id;
  }

  /** Opens the stream and has the application accept it. */
  static EchoFence open(Scene scene) {
    int id = scene.ledger().nextFromKit();
    scene.exchange().background().addFence(id);
    scene.exchange().send(new Frame.Syn(id, 0, 0, false));
    Call<PeerStream> call = scene.application().accept("accept the echo stream");
    scene.waiter().untilAnswered(call);
    PeerFailure failure = scene.application().failureOf(call);
    if (failure != null) {
      throw CaseStopped.failed(
          "the echo stream " + id + " to be accepted", AnswerText.withMessage(failure));
    }
    PeerStream stream = scene.application().valueOf(call);
    if (stream.id() != id) {
      throw CaseStopped.failed("the echo stream " + id + " accepted", "stream " + stream.id());
    }
    scene.application().note("accepted the echo stream: stream " + id);
    return new EchoFence(scene, stream, id);
  }

  @Override
  public Entry cross() {
    byte[] nonce = Octets.ofInts(NONCE_MARK, ++crossings);
    int before = scene.exchange().received().size();
    scene.exchange().send(new Frame.Data(id, nonce, false));
    byte[] read = read();
    write(read);
    Answer answer = new Answer(scene.exchange(), id, before, NONCE_OCTETS);
    scene.waiter().untilFrame(answer::isComplete, () -> "the echo on stream " + id);
    if (!Arrays.equals(nonce, answer.octets())) {
      throw CaseStopped.failed(
          "the echo " + Octets.hex(nonce, NONCE_OCTETS) + " on stream " + id,
          Octets.hex(answer.octets(), NONCE_OCTETS));
    }
    return answer.last();
  }

  private byte[] read() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    while (octets.size() < NONCE_OCTETS) {
      int left = NONCE_OCTETS - octets.size();
      String what = "reading " + left + " octets from the echo stream " + id;
      Call<ReadResult> call = scene.application().call(what, () -> stream.read(left));
      answered(call);
      ReadResult result = scene.application().valueOf(call);
      if (!(result instanceof ReadResult.Octets got)) {
        throw CaseStopped.failed(what + " to go well", AnswerText.of(result));
      }
      int count = got.octets().length;
      if (count == 0 || count > left) {
        throw CaseStopped.failed("at least 1 and at most " + left + " octets", count + " octets");
      }
      octets.write(got.octets(), 0, count);
    }
    return octets.toByteArray();
  }

  private void write(byte[] octets) {
    answered(
        scene
            .application()
            .call("writing the echo stream " + id, () -> stream.write(octets, false)));
  }

  private void answered(Call<?> call) {
    scene.waiter().untilAnswered(call);
    @Nullable PeerFailure failure = scene.application().failureOf(call);
    if (failure != null) {
      throw CaseStopped.failed(call.what() + " to go well", AnswerText.withMessage(failure));
    }
  }
}
