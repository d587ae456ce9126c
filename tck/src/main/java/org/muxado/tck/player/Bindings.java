package org.muxado.tck.player;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.monitor.Ledger;
import org.muxado.tck.spi.PeerStream;
import org.muxado.vectors.conversation.StreamRef;

/**
 * What the names of a case stand for: a stream id, and on the application's side a stream. Used by
 * the thread that plays the case.
 */
final class Bindings {

  private final Ledger ledger;
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, PeerStream> streams = new HashMap<>();
  private final Map<String, Long> written = new HashMap<>();
  private final Map<String, Long> read = new HashMap<>();

  Bindings(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Binds a name to an id. */
  void bind(String name, int id) {
    ids.put(name, id);
  }

  /** Binds a name to a stream of the application; a name that has an id must keep it. */
  void bind(String name, PeerStream stream) {
    Integer known = ids.putIfAbsent(name, stream.id());
    if (known != null && known != stream.id()) {
      throw CaseStopped.failed("stream " + known + " as " + name, "stream " + stream.id());
    }
    streams.put(name, stream);
  }

  /** The application's stream of this name. */
  PeerStream stream(String name) {
    PeerStream stream = streams.get(name);
    if (stream == null) {
      throw new IllegalStateException("the application has no stream named " + name + " yet");
    }
    return stream;
  }

  /** The id that a reference means now, or empty if its name is not bound. */
  OptionalInt find(StreamRef ref) {
    if (ref instanceof StreamRef.Id id) {
      return OptionalInt.of(id.id());
    } else if (ref instanceof StreamRef.Relative relative) {
      return OptionalInt.of(origin(relative.origin()) + relative.offset());
    }
    StreamRef.Named named = (StreamRef.Named) ref;
    Integer id = ids.get(named.name());
    return id == null ? OptionalInt.empty() : OptionalInt.of(id + named.offset());
  }

  private int origin(StreamRef.Origin origin) {
    return switch (origin) {
      case NEXT -> ledger.nextFromKit();
      case LAST_SENT -> ledger.lastFromKit();
      case SUT_NEXT -> ledger.nextFromImplementation();
      case LAST_SEEN -> ledger.lastFromImplementation();
    };
  }

  /** The id that a reference means now. */
  int id(StreamRef ref) {
    return find(ref)
        .orElseThrow(() -> new IllegalStateException("stream " + ref + " is not bound yet"));
  }

  /** The name that a reference would bind, or null if it is bound or is no plain name. */
  @Nullable String unboundName(@Nullable StreamRef ref) {
    return ref instanceof StreamRef.Named named
            && named.offset() == 0
            && !ids.containsKey(named.name())
        ? named.name()
        : null;
  }

  /** Where the application's next written octet stands in its direction; moves by so many. */
  long advanceWritten(String name, int octets) {
    return advance(written, name, octets);
  }

  /** Where the application's next read octet stands in its direction; moves by so many. */
  long advanceRead(String name, int octets) {
    return advance(read, name, octets);
  }

  private static long advance(Map<String, Long> positions, String name, int octets) {
    return positions.merge(name, (long) octets, Long::sum) - octets;
  }
}
