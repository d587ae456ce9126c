package org.muxado.tck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.muxado.tck.broken.BrokenImplementation;
import org.muxado.tck.spi.Capability;
import org.muxado.tck.spi.CodecFrame;
import org.muxado.tck.spi.Decoded;
import org.muxado.tck.spi.FrameCodec;
import org.muxado.tck.spi.Implementation;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.PeerSession;
import org.muxado.tck.spi.Role;
import org.muxado.tck.spi.UnimplementedException;
import org.muxado.tck.spi.Wire;
import org.muxado.tck.toy.ToyImplementation;
import org.muxado.tck.toy.ToyVariant;
import org.muxado.tck.verdict.CaseResult;
import org.muxado.tck.verdict.Failure;
import org.muxado.tck.verdict.Verdict;
import org.muxado.vectors.conversation.Conversation.Chunking;

@Timeout(30)
class KitTest {

  private static final CaseCatalog CATALOG = CaseCatalog.packaged();
  private static final KitCase OVERFLOW =
      find("flow/overflow-is-a-stream-error-with-frames-in-flight@client");
  private static final KitCase DECODE = find("frames/syn/priority-type/decode");
  private static final KitCase ENCODE = find("frames/syn/priority-type/encode");
  private static final KitSettings IMPATIENT =
      new KitSettings(0.05, KitSettings.DEFAULTS.chunkings());

  private static KitCase find(String id) {
    return CATALOG.find(id).orElseThrow(() -> new AssertionError(id));
  }

  private static Failure only(CaseResult result) {
    assertEquals(1, result.failures().size(), result::toString);
    return result.failures().get(0);
  }

  /** The toy, limited or with another codec. */
  private static final class Adapted extends ToyVariant {

    private final Set<Capability> capabilities;
    private final Optional<FrameCodec> codec;

    Adapted(Set<Capability> capabilities, Optional<FrameCodec> codec) {
      this.capabilities = capabilities;
      this.codec = codec;
    }

    @Override
    public Set<Capability> capabilities() {
      return capabilities;
    }

    @Override
    public Optional<FrameCodec> codec() {
      return codec;
    }
  }

  private static CaseResult decoded(Decoded answer) {
    return withCodec(octets -> answer, DECODE);
  }

  private static CaseResult withCodec(Decoder decoder, KitCase kitCase) {
    FrameCodec codec =
        new FrameCodec() {
          @Override
          public Decoded decode(byte[] octets) {
            return decoder.decode(octets);
          }

          @Override
          public byte[] encode(CodecFrame frame) {
            throw new UnimplementedException("encode");
          }
        };
    Implementation implementation = new Adapted(Set.of(Capability.CODEC), Optional.of(codec));
    return new Kit(implementation, IMPATIENT).run(kitCase);
  }

  private interface Decoder {
    Decoded decode(byte[] octets);
  }

  @Test
  void aMissingCapabilitySkipsWithAReason() {
    Implementation plain = new Adapted(Set.of(), Optional.empty());
    Failure skipped = only(new Kit(plain, IMPATIENT).run(OVERFLOW));
    assertEquals(Verdict.SKIPPED, skipped.verdict());
    assertTrue(skipped.actual().contains("OUTCOME"), skipped.actual());
  }

  @Test
  void aCaseCountsOneFailureOverItsChunkings() {
    KitCase kitCase = find("frames/rst/wrong-length-with-payload/wire");
    CaseResult result = new Kit(BrokenImplementation.CLOSES_AT_ONCE, IMPATIENT).run(kitCase);
    Failure failure = only(result);
    assertEquals(Verdict.FAIL, failure.verdict());
    assertEquals(List.of("whole", "octets", "split-headers", "coalesced"), failure.chunkings());
    assertTrue(result.transcript().contains("output: ENDED"), result.transcript());
  }

  /** The toy, which starts its first sessions only when there are three. */
  private static final class StartsThreeAtOnce extends ToyVariant {

    private final CountDownLatch missing = new CountDownLatch(3);
    private volatile boolean wasGivenUp;

    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      missing.countDown();
      try {
        missing.await();
      } catch (InterruptedException e) {
        wasGivenUp = true;
        throw new IllegalStateException(e);
      }
      return super.start(role, wire, options);
    }
  }

  @Test
  void triesAllFencesAtOnce() {
    StartsThreeAtOnce implementation = new StartsThreeAtOnce();
    CaseResult result = new Kit(implementation, KitSettings.DEFAULTS).run(OVERFLOW);
    assertEquals(Verdict.PASS, result.verdict(), result::toString);
    assertFalse(implementation.wasGivenUp);
  }

  @Test
  void aHungCaseIsNotPlayedInOtherChunkings() {
    CaseResult result = new Kit(BrokenImplementation.SILENT, IMPATIENT).run(OVERFLOW);
    assertEquals(Verdict.HUNG, result.verdict());
    assertEquals(List.of("whole"), only(result).chunkings());
  }

  /** A case that asks for none of the chosen chunkings used to pass without having been played. */
  @Test
  void aCaseIsPlayedWhateverChunkingIsChosen() {
    KitCase wholeOnly = find("end/half-written-frame-is-finished@client");
    KitSettings split = new KitSettings(0.05, Set.of(Chunking.SPLIT_HEADERS));
    Failure failure = only(new Kit(BrokenImplementation.CLOSES_AT_ONCE, split).run(wholeOnly));
    assertEquals(List.of("whole"), failure.chunkings());
  }

  @Test
  void aCallThatDoesNotReturnIsHung() {
    KitSettings settings = new KitSettings(0.01, Set.of(Chunking.WHOLE));
    Failure failure = only(new Kit(BrokenImplementation.BLOCKS, settings).run(ownStreamCase()));
    assertEquals(Verdict.HUNG, failure.verdict());
    assertEquals("call", failure.at());
    assertTrue(failure.expected().contains("open"), failure.expected());
  }

  /** It used to show nothing of what had happened. */
  @Test
  void aCaseThatIsGivenUpShowsItsTranscript() {
    KitSettings settings = new KitSettings(0.01, Set.of(Chunking.WHOLE));
    CaseResult result = new Kit(new OpensNothing(), settings).run(ownStreamCase());
    assertEquals("call", only(result).at());
    assertTrue(result.transcript().contains("accepted the echo stream"), result.transcript());
  }

  /** The toy, whose calls of open do not return. */
  private static final class OpensNothing extends ToyVariant {

    @Override
    public PeerSession start(Role role, Wire wire, PeerOptions options) {
      PeerSession session = super.start(role, wire, options);
      return (PeerSession)
          Proxy.newProxyInstance(
              PeerSession.class.getClassLoader(),
              new Class<?>[] {PeerSession.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("open")) {
                  new CountDownLatch(1).await();
                }
                return method.invoke(session, arguments);
              });
    }
  }

  private static KitCase ownStreamCase() {
    return find("lifecycle/own-stream-half-closed-both-ways@client");
  }

  @Test
  void aCrashShowsTheStack() {
    Failure failure = only(new Kit(BrokenImplementation.THROWS_AT_START, IMPATIENT).run(OVERFLOW));
    assertEquals(Verdict.CRASHED, failure.verdict());
    assertEquals("start", failure.at());
    assertTrue(failure.actual().contains("IllegalStateException: no start today"));
    assertTrue(failure.actual().contains("BrokenImplementation"), failure.actual());
  }

  @Test
  void aRightCodecPasses() {
    Kit kit = new Kit(new ToyImplementation(), IMPATIENT);
    assertEquals(Verdict.PASS, kit.run(DECODE).verdict());
    assertEquals(Verdict.PASS, kit.run(ENCODE).verdict());
  }

  private static Verdict decodedDebug(int last, int code, String debug) {
    CodecFrame goAway = new CodecFrame.GoAway(last, code, debug.getBytes(StandardCharsets.UTF_8));
    Decoded answer = new Decoded(List.of(goAway), OptionalInt.empty());
    return withCodec(octets -> answer, find("frames/goaway/debug-utf-8/decode")).verdict();
  }

  @Test
  void aCodecMayKeepOnlyTheFirstDebugOctets() {
    assertEquals(Verdict.PASS, decodedDebug(0, 2, "€!"));
    assertEquals(Verdict.PASS, decodedDebug(0, 2, "€")); // used to fail: LIMIT-10
    assertEquals(Verdict.PASS, decodedDebug(0, 2, ""));
  }

  @Test
  void aWrongGoAwayFails() {
    assertEquals(Verdict.FAIL, decodedDebug(0, 2, "!"));
    assertEquals(Verdict.FAIL, decodedDebug(0, 2, "€!!"));
    assertEquals(Verdict.FAIL, decodedDebug(2, 2, "€"));
    assertEquals(Verdict.FAIL, decodedDebug(0, 1, "€"));
  }

  @Test
  void aWrongFrameFails() {
    CodecFrame wrong = new CodecFrame.Syn(3, 10, 5, false);
    Failure failure = only(decoded(new Decoded(List.of(wrong), OptionalInt.empty())));
    assertEquals(Verdict.FAIL, failure.verdict());
    assertTrue(
        failure.actual().contains("SYN stream 3 priority 10 type 0x00000005"), failure.actual());
  }

  @Test
  void anErrorThatIsNoneFails() {
    CaseResult result = decoded(new Decoded(List.of(), OptionalInt.of(1)));
    assertEquals(Verdict.FAIL, result.verdict());
  }

  @Test
  void anErrorThatComesTooLateFails() {
    KitCase early = find("frames/data/stream-0-from-header-alone/decode");
    CaseResult result = withCodec(octets -> new Decoded(List.of(), OptionalInt.empty()), early);
    assertEquals("no error", only(result).actual());
  }

  @Test
  void aCodecThatThrowsCrashesAndOneThatLacksItIsUnimplemented() {
    CaseResult crashed =
        withCodec(
            octets -> {
              throw new IllegalStateException("broken codec");
            },
            DECODE);
    assertEquals(Verdict.CRASHED, crashed.verdict());
    String actual = crashed.failures().get(0).actual();
    assertTrue(actual.startsWith("java.lang.IllegalStateException: broken codec\n\tat "), actual);
    CaseResult lacking = withCodec(octets -> new Decoded(List.of(), OptionalInt.empty()), ENCODE);
    assertEquals(Verdict.UNIMPLEMENTED, lacking.verdict());
  }

  @Test
  void settingsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new KitSettings(0, Set.of(Chunking.WHOLE)));
    assertThrows(IllegalArgumentException.class, () -> new KitSettings(1, Set.of()));
    assertEquals(5_000_000_000L, KitSettings.DEFAULTS.watchdogNanos());
  }

  @Test
  void idsAreUniqueAndNameTheRole() {
    assertEquals(Set.copyOf(CATALOG.ids()).size(), CATALOG.cases().size());
    assertTrue(CATALOG.find(OVERFLOW.id().replace("@client", "@server")).isPresent());
    assertTrue(CATALOG.find("nothing").isEmpty());
  }
}
