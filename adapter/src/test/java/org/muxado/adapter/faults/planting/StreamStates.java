package org.muxado.adapter.faults.planting;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.muxado.spec.LifecycleTable;
import org.muxado.spec.ReceivedEvent;
import org.muxado.spec.ReceivedOutcome;
import org.muxado.spec.StreamState;
import org.muxado.tck.spi.PeerOptions;
import org.muxado.tck.spi.Role;
import org.muxado.vectors.wire.ErrorCodes;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.WireFrame;

/**
 * The streams of a session as its frames show them, seen from a library that does what the
 * lifecycle table says. Used under the link's lock, but for what the application's calls tell.
 */
public final class StreamStates {

  private static final LifecycleTable TABLE = LifecycleTable.load();
  private static final long INITIAL_WINDOW_OCTETS = 65_536;
  private static final int LOWEST_EXTENSION = 0xFFFFFEFF;

  private final Role role;
  private final PeerOptions options;
  private final Map<Integer, Stream> streams = new HashMap<>();
  private final Map<Boolean, Integer> lastOpened = new HashMap<>();
  private final Map<Boolean, Integer> lastToLive = new HashMap<>();
  private final Set<Integer> applicationClosed = ConcurrentHashMap.newKeySet();
  private final Set<Integer> handedOver = ConcurrentHashMap.newKeySet();

  /**
   * Starts with no stream.
   *
   * @param role the library's side
   */
  public StreamStates(Role role, PeerOptions options) {
    this.role = role;
    this.options = options;
  }

  private static final class Stream {
    private StreamState state = StreamState.OPEN;
    private int type;
    private long windowForKitOctets = INITIAL_WINDOW_OCTETS;
    private long windowForLibraryOctets = INITIAL_WINDOW_OCTETS;
  }

  /** Whether the library opens streams with this id. */
  public boolean isOwn(int id) {
    return (id & 1) == (role == Role.CLIENT ? 1 : 0);
  }

  /** The state of a stream. */
  public StreamState state(int id) {
    Stream stream = streams.get(id);
    boolean own = isOwn(id);
    if (stream == null) {
      boolean below = id > 1 && id < lastOpened.getOrDefault(own, 0);
      return below ? StreamState.SKIPPED : StreamState.IDLE;
    }
    boolean leftOut = id > lastToLive.getOrDefault(own, WireFrame.MAX_31_BIT);
    return leftOut && stream.state.isLive() ? StreamState.CLOSED_LEFT_OUT : stream.state;
  }

  /** What the table says of a frame; empty for GOAWAY and for what no receiver accepts. */
  Optional<ReceivedOutcome> outcome(WireFrame wire) {
    return Events.of(wire).flatMap(event -> outcome(event, wire));
  }

  private Optional<ReceivedOutcome> outcome(ReceivedEvent event, WireFrame wire) {
    return TABLE.received(event, state(wire.stream())).outcomes().stream()
        .filter(o -> o.when().map(c -> Events.holds(c, wire, this)).orElse(true))
        .findFirst();
  }

  /** How many octets the kit may still send on a stream. */
  public long windowForKit(int id) {
    return known(id).windowForKitOctets;
  }

  /** How many octets the library may still send on a stream. */
  public long windowForLibrary(int id) {
    return known(id).windowForLibraryOctets;
  }

  /** The type of a stream; 0 for an unknown one. */
  public int type(int id) {
    return known(id).type;
  }

  /** The highest id that a side has opened, or 0. */
  public int lastOpened(boolean own) {
    return lastOpened.getOrDefault(own, 0);
  }

  /** The settings of the session. */
  public PeerOptions options() {
    return options;
  }

  /** Whether the library's application has closed the stream. */
  public boolean isApplicationClosed(int id) {
    return applicationClosed.contains(id);
  }

  /** Whether the library's application has got the stream. */
  public boolean isHandedOver(int id) {
    return handedOver.contains(id);
  }

  void applicationClosed(int id) {
    applicationClosed.add(id);
  }

  void handedOver(int id) {
    handedOver.add(id);
  }

  void received(WireFrame wire) {
    Optional<StreamState> next = outcome(wire).flatMap(ReceivedOutcome::next);
    Frame.of(wire).ifPresent(this::received);
    Stream stream = streams.get(wire.stream());
    if (stream != null && !is(wire, FrameType.SYN) && next.isPresent()) {
      stream.state = next.get();
    }
  }

  private static boolean is(WireFrame wire, FrameType type) {
    return wire.type() == type.number();
  }

  private void received(Frame frame) {
    if (frame instanceof Frame.GoAway goAway) {
      lastToLive.merge(true, goAway.last(), Math::min);
    } else if (frame instanceof Frame.Syn syn && !isOwn(syn.stream())) {
      open(syn, isRefused(syn), StreamState.HALF_CLOSED_REMOTE);
    } else if (frame instanceof Frame.WndInc grant) {
      known(grant.stream()).windowForLibraryOctets += grant.increment();
    } else if (frame instanceof Frame.Data data) {
      known(data.stream()).windowForKitOctets -= data.payload().length;
    }
  }

  void sent(WireFrame wire) {
    Frame.of(wire).ifPresent(this::sent);
  }

  private void sent(Frame frame) {
    if (frame instanceof Frame.GoAway goAway) {
      lastToLive.merge(false, goAway.last(), Math::min);
    } else if (frame instanceof Frame.Syn syn && isOwn(syn.stream())) {
      open(syn, false, StreamState.HALF_CLOSED_LOCAL);
    } else if (frame instanceof Frame.WndInc grant) {
      known(grant.stream()).windowForKitOctets += grant.increment();
    } else if (frame instanceof Frame.Rst rst) {
      reset(rst);
    } else if (frame instanceof Frame.Data data) {
      sentData(data);
    }
  }

  private void reset(Frame.Rst rst) {
    Stream stream = known(rst.stream());
    boolean answers = rst.code() == ErrorCodes.STREAM_CLOSED && !stream.state.isLive();
    if (stream.state != StreamState.CLOSED_RESET_RECEIVED && !answers) {
      stream.state = StreamState.CLOSED_RESET_SENT;
    }
  }

  private void sentData(Frame.Data data) {
    Stream stream = known(data.stream());
    stream.windowForLibraryOctets -= data.payload().length;
    if (data.fin() && stream.state == StreamState.OPEN) {
      stream.state = StreamState.HALF_CLOSED_LOCAL;
    } else if (data.fin() && stream.state == StreamState.HALF_CLOSED_REMOTE) {
      stream.state = StreamState.CLOSED_BOTH_FINS;
    }
  }

  private Stream known(int id) {
    return streams.getOrDefault(id, new Stream());
  }

  private boolean isRefused(Frame.Syn syn) {
    int type = syn.streamType();
    if (Integer.compareUnsigned(type, LOWEST_EXTENSION) >= 0) {
      return type != LOWEST_EXTENSION && !options.extensions().contains(type);
    }
    return isBacklogFull();
  }

  /** Whether the peer has used up the window of some stream. */
  public boolean hasFullWindow() {
    return streams.values().stream().anyMatch(stream -> stream.windowForKitOctets <= 0);
  }

  /** Whether the library has used up the window of some stream. */
  public boolean isBlocked() {
    return streams.values().stream().anyMatch(stream -> stream.windowForLibraryOctets <= 0);
  }

  /** Whether as many streams wait for the application as may. */
  public boolean isBacklogFull() {
    return waiting() >= options.backlog();
  }

  /** Whether a stream of a registered extension waits for the application. */
  public boolean waitsForExtension() {
    return streams.keySet().stream()
        .filter(id -> !isOwn(id) && state(id).isLive() && !handedOver.contains(id))
        .anyMatch(id -> options.extensions().contains(type(id)));
  }

  private long waiting() {
    return streams.keySet().stream()
        .filter(id -> !isOwn(id) && state(id).isLive() && !handedOver.contains(id))
        .filter(id -> Integer.compareUnsigned(type(id), LOWEST_EXTENSION) < 0)
        .count();
  }

  private void open(Frame.Syn syn, boolean refused, StreamState finished) {
    Stream stream = new Stream();
    stream.type = syn.streamType();
    stream.state =
        refused ? StreamState.CLOSED_RESET_SENT : syn.fin() ? finished : StreamState.OPEN;
    if (streams.putIfAbsent(syn.stream(), stream) == null) {
      lastOpened.merge(isOwn(syn.stream()), syn.stream(), Math::max);
    }
  }
}
