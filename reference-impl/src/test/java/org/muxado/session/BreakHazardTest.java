package org.muxado.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muxado.engine.EndKind;
import org.muxado.engine.Outcome;
import org.muxado.engine.RetryVerdict;
import org.muxado.transport.InMemoryTransport;

/** Hazard: nothing is lost or invented when the transport breaks at any octet. */
@Timeout(120)
class BreakHazardTest {

  private static final int STREAMS = 3;
  private static final int OCTETS = 10;

  /** More than either side sends. */
  private static final int LAST_BREAK = STREAMS * (8 + 8 + OCTETS + 8) + 40;

  /** Which writes break. */
  enum Side {
    CLIENT,
    SERVER
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void breaksAtEveryOctet(Side side) throws Exception {
    for (int octets = 0; octets <= LAST_BREAK; octets++) {
      breakAfter(side, octets);
    }
  }

  private static void breakAfter(Side side, int octets) throws Exception {
    InMemoryTransport.Pair pair = InMemoryTransport.pair(64);
    BreakingTransport client =
        new BreakingTransport(pair.client(), side == Side.CLIENT ? octets : Long.MAX_VALUE);
    BreakingTransport server =
        new BreakingTransport(pair.server(), side == Side.SERVER ? octets : Long.MAX_VALUE);
    try (Link link = new Link(client, server, Link.PLAIN)) {
      Background<Map<Integer, String>> serving = Background.run(() -> serve(link.server));
      List<Stream> opened = new ArrayList<>();
      Map<Stream, String> echoes = use(link.client, opened);
      link.client.close();
      check(opened, echoes, serving.get(), side + " breaks after " + octets);
    }
  }

  /** Opens streams, sends on each, and reads what comes back; gives what came back. */
  private static Map<Stream, String> use(Session session, List<Stream> opened) {
    Map<Stream, String> echoes = new HashMap<>();
    try {
      for (int i = 0; i < STREAMS; i++) {
        Stream stream = session.open();
        opened.add(stream);
        stream.writeLast(Bytes.of(text(stream)));
      }
    } catch (IOException broken) {
      // The streams that were opened carry their verdicts.
    }
    opened.forEach(stream -> echoes.put(stream, readWhatComes(stream)));
    return echoes;
  }

  /** Echoes every stream that is handed over; gives what was read, by stream id. */
  private static Map<Integer, String> serve(Session session) {
    Map<Integer, String> heard = new HashMap<>();
    try {
      while (true) {
        Stream stream = session.accept();
        heard.put(stream.id(), "");
        String text = readWhatComes(stream);
        heard.put(stream.id(), text);
        stream.writeLast(Bytes.of(text));
      }
    } catch (IOException over) {
      return heard;
    }
  }

  private static String readWhatComes(Stream stream) {
    StringBuilder text = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    try {
      while (stream.read(one.clear()) > 0) {
        text.append((char) one.get(0));
      }
    } catch (IOException broken) {
      // What came before the break stays.
    }
    return text.toString();
  }

  private static void check(
      List<Stream> opened, Map<Stream, String> echoes, Map<Integer, String> heard, String when) {
    for (Stream stream : opened) {
      Outcome outcome = stream.outcome();
      assertNotNull(outcome, when);
      boolean handedOver = heard.containsKey(stream.id());
      String arrived = heard.getOrDefault(stream.id(), "");
      assertTrue(text(stream).startsWith(arrived), when + ": " + arrived);
      assertTrue(arrived.startsWith(echoes.get(stream)), when + ": " + echoes.get(stream));
      if (outcome.kind() == EndKind.FINISHED) {
        assertEquals(text(stream), echoes.get(stream), when);
      } else if (outcome.retry() == RetryVerdict.NOT_PROCESSED) {
        assertFalse(handedOver, when + ": " + outcome);
      }
    }
  }

  private static String text(Stream stream) {
    return "stream" + "-".repeat(OCTETS - 7) + stream.id();
  }
}
