package org.muxado.tck.spi;

/**
 * What an adapter may be able to do beyond the operations that every one has (start a session,
 * open, accept, read, write with FIN, close a stream, close a session). Cases name the ones that
 * they need.
 */
public enum Capability {
  /** {@link OpenOptions#priority()} reaches the SYN. */
  PRIORITY,
  /** {@link PeerStream#setPriority} works and takes effect on the order of what is sent. */
  REPRIORITISE,
  /**
   * {@link PeerOptions#peerUnderstandsPri()} is honoured: a local change of priority is sent as
   * PRI.
   */
  PRI,
  /** {@link OpenOptions#type()} reaches the SYN, and {@link PeerStream#type()} tells it. */
  STREAM_TYPE,
  /** {@link PeerStream#reset} works. */
  RESET,
  /** {@link PeerStream#shutdownInput} works. */
  SHUTDOWN_INPUT,
  /** {@link PeerSession#goAway} works. */
  GO_AWAY,
  /** {@link PeerSession#drain} works: the two-step GOAWAY. */
  DRAIN,
  /** {@link PeerSession#kill} works. */
  KILL,
  /** {@link PeerStream#outcome} tells how a stream ended, and failures carry their code. */
  OUTCOME,
  /** Failures and outcomes of own streams carry the retry verdict. */
  RETRY_VERDICT,
  /** {@link PeerSession#terminated} tells the cause, the side and the code. */
  TERMINATION,
  /** {@link PeerSession#quiesce} works. */
  QUIESCE,
  /** {@link PeerOptions#heartbeat()} is honoured. */
  HEARTBEAT,
  /** {@link PeerOptions#backlog()} is honoured. */
  BACKLOG,
  /**
   * {@link PeerOptions#extensions()} is honoured: streams of these types are shown by {@link
   * PeerSession#accept}.
   */
  EXTENSIONS,
  /** {@link PeerOptions#firstStreamId()} is honoured. */
  FIRST_STREAM_ID,
  /** {@link PeerOptions#limits()} are held exactly, each of them. */
  LIMITS,
  /** {@link PeerOptions#peerQuirks()} is honoured. */
  QUIRKS,
  /**
   * {@link PeerOptions#clock()} is honoured: every timer of the session runs on the kit's clock.
   */
  CLOCK,
  /** {@link Implementation#codec()} is present. */
  CODEC
}
