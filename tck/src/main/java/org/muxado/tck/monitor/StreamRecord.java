package org.muxado.tck.monitor;

/**
 * What both sides have sent on one stream, as far as the kit has seen it. "Processed" means that a
 * fence has shown the implementation to have dealt with it.
 */
final class StreamRecord {

  /** The window with which each direction of each stream begins (FLOW-1). */
  static final long INITIAL_WINDOW_OCTETS = 65_536;

  boolean synFromKit;
  boolean synFromImplementation;
  boolean finFromKit;
  boolean finFromKitProcessed;
  boolean finFromImplementation;
  boolean rstFromKit;
  boolean rstFromKitProcessed;
  int rstsFromImplementation;
  int framesFromKit;
  int dataFramesFromKit;
  int emptyDataFramesFromKit;
  long windowForKitOctets = INITIAL_WINDOW_OCTETS;
  long windowForImplementationOctets = INITIAL_WINDOW_OCTETS;
  long octetsFromKit;
  long octetsInsideWindow;
  long octetsFromImplementation;
  int streamType;

  /** Whether a SYN of either side was seen. */
  boolean isOpened() {
    return synFromKit || synFromImplementation;
  }

  /** Whether the implementation may take the stream for closed without having reset it. */
  boolean isClosedOtherwise() {
    return rstFromKit || (finFromKit && finFromImplementation) || !isOpened();
  }
}
