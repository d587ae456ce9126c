package org.muxado.tck.monitor;

import java.util.HashMap;
import java.util.Map;
import org.muxado.tck.spi.Role;
import org.muxado.vectors.wire.Frame;

/**
 * The streams of a session as both sides' frames show them: ids used, windows granted, ends sent.
 * Used by the thread that plays the case.
 */
public final class Ledger {

  private static final StreamRecord UNSEEN = new StreamRecord();

  private final Map<Integer, StreamRecord> streams = new HashMap<>();
  private final Role implementation;
  private final int firstFromImplementation;
  private int lastFromKit;
  private int lastFromImplementation;
  private int highestHandedOver;
  private int highestForExtension;
  private int lastInGoAwayFromKit = Integer.MAX_VALUE;
  private boolean goAwayFromKit;
  private boolean goAwayFromKitProcessed;

  /**
   * Starts with no stream.
   *
   * @param implementation the side that the implementation plays
   * @param firstId the first id that it was told to give, or 0 for the protocol's own
   */
  public Ledger(Role implementation, int firstId) {
    this.implementation = implementation;
    firstFromImplementation = firstId != 0 ? firstId : implementation == Role.CLIENT ? 3 : 2;
  }

  /** Whether an id has the implementation's parity (ID-1, ID-2). */
  public boolean isImplementations(int stream) {
    return (stream & 1) == (implementation == Role.CLIENT ? 1 : 0);
  }

  /** The lowest id of the kit's streams (ID-2, ID-3). */
  public int lowestIdOfKit() {
    return implementation == Role.CLIENT ? 2 : 3;
  }

  /** The kit's next legal id that was not used. */
  public int nextFromKit() {
    return lastFromKit == 0 ? lowestIdOfKit() : lastFromKit + 2;
  }

  /** The implementation's next legal id, as far as was seen. */
  public int nextFromImplementation() {
    return lastFromImplementation == 0 ? firstFromImplementation : lastFromImplementation + 2;
  }

  /** The highest id of a SYN of the implementation, or 0. */
  public int lastFromImplementation() {
    return lastFromImplementation;
  }

  /** The highest id of the kit's streams that the application has accepted, or 0. */
  public int highestHandedOver() {
    return highestHandedOver;
  }

  /**
   * The highest id of the kit's streams that may have been handed over: those of extensions are, as
   * soon as they came (GOAWAY-10).
   */
  int highestPerhapsHandedOver() {
    return Math.max(highestHandedOver, highestForExtension);
  }

  /** How many octets the kit may still send on a stream; below 0 if it sent too many. */
  public long windowForKit(int stream) {
    return record(stream).windowForKitOctets;
  }

  /** How many octets the implementation may still send on a stream. */
  public long windowForImplementation(int stream) {
    return record(stream).windowForImplementationOctets;
  }

  /** How many octets the kit has sent in DATA on a stream. */
  public long octetsFromKit(int stream) {
    return record(stream).octetsFromKit;
  }

  /** How many octets the kit has sent on a stream in DATA that kept to the window. */
  public long octetsInsideWindow(int stream) {
    return record(stream).octetsInsideWindow;
  }

  /** How many octets the implementation has sent in DATA on a stream. */
  public long octetsFromImplementation(int stream) {
    return record(stream).octetsFromImplementation;
  }

  /** The last stream id for the kit's next GOAWAY: what it has seen, and no rise (GOAWAY-24). */
  public int lastForGoAway() {
    return Math.min(lastInGoAwayFromKit, lastFromImplementation);
  }

  /** The highest id of the kit's streams, or 0. */
  public int lastFromKit() {
    return lastFromKit;
  }

  /** Whether the kit has shown by a GOAWAY that it takes no more streams, and a fence proved it. */
  boolean isGoAwayProcessed() {
    return goAwayFromKitProcessed;
  }

  /** What is known of a stream; a blank record if nothing is. Not to be changed. */
  StreamRecord record(int stream) {
    return streams.getOrDefault(stream, UNSEEN);
  }

  private StreamRecord recorded(int stream) {
    return streams.computeIfAbsent(stream, id -> new StreamRecord());
  }

  /** Notes that the application has got a stream of the kit. */
  public void handedOver(int stream) {
    highestHandedOver = Math.max(highestHandedOver, stream);
  }

  /** Notes that the implementation has dealt with every frame that the kit has sent. */
  public void processed() {
    goAwayFromKitProcessed = goAwayFromKit;
    for (StreamRecord stream : streams.values()) {
      stream.finFromKitProcessed = stream.finFromKit;
      stream.rstFromKitProcessed = stream.rstFromKit;
    }
  }

  /** Notes a frame of the kit. */
  public void sent(Frame frame) {
    StreamRecord stream = recorded(frame.stream());
    stream.framesFromKit++;
    if (frame instanceof Frame.Syn syn) {
      stream.synFromKit = true;
      stream.streamType = syn.streamType();
      stream.finFromKit |= syn.fin();
      if (!isImplementations(syn.stream())) {
        openedByKit(syn);
      }
    } else if (frame instanceof Frame.Data data) {
      sentData(stream, data);
    } else if (frame instanceof Frame.Rst) {
      stream.rstFromKit = true;
    } else if (frame instanceof Frame.WndInc wndInc) {
      stream.windowForImplementationOctets += wndInc.increment();
    } else if (frame instanceof Frame.GoAway goAway) {
      goAwayFromKit = true;
      lastInGoAwayFromKit = Math.min(lastInGoAwayFromKit, goAway.last());
    }
  }

  private void openedByKit(Frame.Syn syn) {
    lastFromKit = Math.max(lastFromKit, syn.stream());
    if (StreamTypes.isExtension(syn.streamType())) {
      highestForExtension = Math.max(highestForExtension, syn.stream());
    }
  }

  private static void noteOctetsInsideWindow(StreamRecord stream) {
    if (stream.windowForKitOctets >= 0) {
      stream.octetsInsideWindow = stream.octetsFromKit;
    }
  }

  private static void sentData(StreamRecord stream, Frame.Data data) {
    stream.windowForKitOctets -= data.payload().length;
    stream.octetsFromKit += data.payload().length;
    noteOctetsInsideWindow(stream);
    stream.finFromKit |= data.fin();
    stream.dataFramesFromKit++;
    stream.emptyDataFramesFromKit += data.payload().length == 0 ? 1 : 0;
  }

  /** Notes a frame of the implementation. */
  public void received(Frame frame) {
    StreamRecord stream = recorded(frame.stream());
    if (frame instanceof Frame.Syn syn) {
      stream.synFromImplementation = true;
      stream.streamType = syn.streamType();
      stream.finFromImplementation |= syn.fin();
      lastFromImplementation = Math.max(lastFromImplementation, syn.stream());
    } else if (frame instanceof Frame.Data data) {
      stream.windowForImplementationOctets -= data.payload().length;
      stream.octetsFromImplementation += data.payload().length;
      stream.finFromImplementation |= data.fin();
    } else if (frame instanceof Frame.Rst) {
      stream.rstsFromImplementation++;
    } else if (frame instanceof Frame.WndInc wndInc) {
      stream.windowForKitOctets += wndInc.increment();
      noteOctetsInsideWindow(stream);
    }
  }
}
