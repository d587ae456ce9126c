package org.muxado.tck.player;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muxado.tck.monitor.Ledger;
import org.muxado.tck.monitor.Monitor;
import org.muxado.tck.transcript.Entry;
import org.muxado.tck.transcript.Origin;
import org.muxado.tck.transcript.Transcript;
import org.muxado.tck.wire.MemoryWire;
import org.muxado.tck.wire.WireEnd;
import org.muxado.vectors.conversation.Conversation.Chunking;
import org.muxado.vectors.wire.Frame;
import org.muxado.vectors.wire.FrameType;
import org.muxado.vectors.wire.Octets;
import org.muxado.vectors.wire.WireFrame;
import org.muxado.vectors.wire.WireReader;

/**
 * The kit's side of the wire: sends octets in the chunking of the case, reads frames while the gate
 * is open, and keeps transcript, ledger and monitor. Never blocks. Used by the thread that plays
 * the case.
 */
final class Exchange {

  /** The place of the end of the output while there is none. */
  static final int NOT_ENDED = -1;

  /** More than any case asks for: 65,536 frames fill a window octet by octet. */
  static final int MAX_FRAMES = 250_000;

  private final MemoryWire wire;
  private final Chunking chunking;
  private final Ledger ledger;
  private final Monitor monitor;
  private final Transcript transcript;
  private final Background background = new Background();
  private final WireReader fromImplementation = new WireReader();
  private final WireReader fromKit = new WireReader();
  private final List<byte[]> held = new ArrayList<>();
  private final List<Received> received = new ArrayList<>();
  private final boolean goAwayIsEightOctets;
  private Runnable beforeReceiving = () -> {};
  private final List<Consumer<Received>> listeners = new ArrayList<>();
  private boolean gateShut;
  private boolean breakAhead;
  private int endPlace = NOT_ENDED;
  private boolean inputEnded;
  private CutOff cutOff = CutOff.FORBIDDEN;

  /** Whether the implementation's output may end inside a frame. */
  private enum CutOff {
    FORBIDDEN,
    /** Until the session shows that it did not give up its write (LIMIT-5). */
    OF_A_STALLED_WRITE,
    ALLOWED
  }

  /**
   * Makes the kit's side.
   *
   * @param goAwayIsEightOctets whether the implementation reads a GOAWAY so (QUIRK-3)
   */
  Exchange(
      MemoryWire wire,
      Chunking chunking,
      boolean goAwayIsEightOctets,
      Ledger ledger,
      Monitor monitor,
      Transcript transcript) {
    this.goAwayIsEightOctets = goAwayIsEightOctets;
    this.wire = wire;
    this.chunking = chunking;
    this.ledger = ledger;
    this.monitor = monitor;
    this.transcript = transcript;
  }

  /** Runs this before each batch of frames is judged. */
  void beforeReceiving(Runnable action) {
    beforeReceiving = action;
  }

  /** Gives each frame of the implementation to a listener, behind those that listen already. */
  void onReceived(Consumer<Received> listener) {
    listeners.add(listener);
  }

  /** The streams that steps pass over. */
  Background background() {
    return background;
  }

  /** Every frame that has come, in order. */
  List<Received> received() {
    return received;
  }

  /** Sends one frame as a conforming sender writes it, at once. */
  void send(Frame frame) {
    add(frame.toWire().encode());
    flush();
  }

  /**
   * Adds octets to the write of this step: a frame, legal or not, or any octets. Nothing happens
   * once the kit's output has ended.
   */
  void add(byte[] octets) {
    if (inputEnded) {
      return;
    }
    fromKit.feed(octets).forEach(this::recordSent);
    if (isInsideOwnFrame()) {
      transcript.event(Origin.KIT, "a frame in part: " + Octets.hex(fromKit.incomplete(), 32));
    }
    held.add(octets);
  }

  /** Adds a frame that was built, with a header that may lie about it. */
  void add(WireFrame frame) {
    if (!goAwayIsEightOctets || frame.type() != FrameType.GOAWAY.number() || inputEnded) {
      add(frame.encode());
      return;
    }
    recordSent(frame);
    held.add(frame.encode());
  }

  /** Ends the write of a step; coalescing holds it until {@link #flush}. */
  void endWrite() {
    if (chunking != Chunking.COALESCED) {
      flush();
    }
  }

  private void recordSent(WireFrame sent) {
    transcript.frame(Origin.KIT, sent);
    Frame.of(sent).ifPresent(ledger::sent);
  }

  /** Lets go what coalescing holds. */
  void flush() {
    if (!held.isEmpty()) {
      Chunker.cut(chunking, held).forEach(wire::send);
      held.clear();
    }
  }

  /** Whether the kit has sent a frame in part. */
  boolean isInsideOwnFrame() {
    return fromKit.incomplete().length > 0;
  }

  /**
   * Reads what has come, unless the gate is shut.
   *
   * @throws CaseStopped if the implementation has sent more than {@link #MAX_FRAMES}
   */
  void pump() {
    if (gateShut || isOutputEnded()) {
      return;
    }
    WireEnd end = wire.outputEnd();
    byte[] octets = wire.drain();
    if (octets.length > 0 || end != WireEnd.OPEN) {
      beforeReceiving.run();
      fromImplementation.feed(octets).forEach(this::receive);
    }
    if (end != WireEnd.OPEN) {
      end(end);
    }
  }

  private void receive(WireFrame frame) {
    if (received.size() >= MAX_FRAMES) {
      throw CaseStopped.failed("at most " + MAX_FRAMES + " frames in one case", "one more");
    }
    Entry entry = transcript.frame(Origin.IMPLEMENTATION, frame);
    @Nullable Frame parsed = Frame.of(frame).orElse(null);
    long position = ledger.octetsFromImplementation(frame.stream());
    monitor.received(frame);
    if (parsed != null) {
      ledger.received(parsed);
    }
    Received last = new Received(entry, frame, parsed, position);
    received.add(last);
    background.answer(parsed).ifPresent(this::send);
    if (background.contains(frame.stream())) {
      transcript.remark(entry, "background");
    }
    listeners.forEach(listener -> listener.accept(last));
  }

  private void end(WireEnd end) {
    fromImplementation.partial().filter(Exchange::isUsable).ifPresent(this::receive);
    if (end != WireEnd.BROKEN && cutOff == CutOff.FORBIDDEN) {
      monitor.endedInside(fromImplementation.incomplete());
    }
    endPlace = transcript.event(Origin.WIRE, "the implementation's output: " + end).index();
  }

  /** A GOAWAY counts from its first 8 payload octets on (GOAWAY-4). */
  private static boolean isUsable(WireFrame partial) {
    return Frame.of(partial).isPresent();
  }

  /** The frame of the implementation whose rest may still come, if its header has. */
  Optional<WireFrame> unfinished() {
    return isOutputEnded() ? Optional.empty() : fromImplementation.partial();
  }

  /** Stops or resumes reading. */
  void setGateShut(boolean shut) {
    gateShut = shut;
    transcript.event(Origin.WIRE, shut ? "gate shut" : "gate open");
  }

  /** Whether the kit has stopped reading. */
  boolean isGateShut() {
    return gateShut;
  }

  /** Whether the implementation's next write would block. */
  boolean isWireFull() {
    return wire.isFull();
  }

  /** Whether the implementation has read everything that the kit sent. */
  boolean isInputRead() {
    return wire.isInputRead();
  }

  /** Whether the implementation has released the wire with octets unread. */
  boolean isInputDropped() {
    return wire.isInputDropped();
  }

  /** Whether the implementation has released the wire. */
  boolean isWireReleased() {
    return wire.isReleased();
  }

  /** Whether the implementation's output has ended and everything was read. */
  boolean isOutputEnded() {
    return endPlace != NOT_ENDED;
  }

  /** Where in the transcript the implementation's output ended, or {@link #NOT_ENDED}. */
  int endPlace() {
    return endPlace;
  }

  /** Whether the kit has ended its output or broken the wire. */
  boolean isInputEnded() {
    return inputEnded;
  }

  /** Whether the wire is to break at what the implementation writes. */
  boolean isBreakAhead() {
    return breakAhead;
  }

  /** Ends the kit's output. A frame that is half written then need not be finished (END-9). */
  void endInput() {
    flush();
    pump();
    if (cutOff == CutOff.FORBIDDEN && isHalfWritten()) {
      cutOff = CutOff.ALLOWED;
    }
    inputEnded = true;
    wire.endInput();
    transcript.event(Origin.WIRE, "the kit ended its output");
  }

  private boolean isHalfWritten() {
    return wire.isFull() || fromImplementation.incomplete().length > 0;
  }

  /** Breaks both directions. */
  void breakNow() {
    flush();
    inputEnded = true;
    cutOff = CutOff.ALLOWED;
    wire.breakNow();
    transcript.event(Origin.WIRE, "the wire broke");
  }

  /** Breaks the wire inside or behind what the implementation writes next. */
  void breakAfter(long octets) {
    breakAhead = true;
    cutOff = CutOff.ALLOWED;
    wire.breakOutputAfter(octets);
    transcript.event(Origin.WIRE, "the wire breaks " + octets + " octets from here");
  }

  /** The implementation may drop the transport: the last frame may be cut off (END-6). */
  void allowCutOff() {
    cutOff = CutOff.ALLOWED;
  }

  /** Time is about to pass: a write that waits for a full wire may be given up (LIMIT-5). */
  void timePasses() {
    if (wire.isFull() && cutOff == CutOff.FORBIDDEN) {
      cutOff = CutOff.OF_A_STALLED_WRITE;
    }
  }

  /** The session has answered: what it wrote to a full wire it did not give up. */
  void sessionLives() {
    if (!wire.isFull() && cutOff == CutOff.OF_A_STALLED_WRITE) {
      cutOff = CutOff.FORBIDDEN;
    }
  }
}
