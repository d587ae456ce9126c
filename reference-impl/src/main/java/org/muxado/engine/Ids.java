package org.muxado.engine;

import org.muxado.frame.FrameHeader;

/** The stream ids that were given, seen and handed over (section 8). Not thread-safe. */
final class Ids {

  private final Role role;
  private long nextOwn;
  private int lastOwnSent;
  private int lastPeerSeen;
  private int highestHandedOver;

  /**
   * Starts with no stream.
   *
   * @param first the first own id, or 0 for the role's own
   * @throws IllegalArgumentException if the first id does not suit the role
   */
  Ids(Role role, int first) {
    this.role = role;
    nextOwn = first(role, first);
  }

  /**
   * The first own id.
   *
   * @param first what the settings say, or 0 for the role's own
   * @throws IllegalArgumentException if it does not suit the role
   */
  static int first(Role role, int first) {
    int id = first == 0 ? role.firstId() : first;
    if (id < role.firstId() || !role.owns(id)) {
      throw new IllegalArgumentException(
          "first stream id of "
              + first
              + " for a "
              + role
              + ": one that is "
              + (role.firstId() % 2 == 0 ? "even" : "odd")
              + " and at least "
              + role.firstId()
              + " is needed");
    }
    return id;
  }

  /** Whether every own id was given (ID-12). */
  boolean areUsedUp() {
    return nextOwn > FrameHeader.MAX_31_BITS;
  }

  /** Gives the next own id (ID-4). */
  int give() {
    int id = (int) nextOwn;
    nextOwn += 2;
    return id;
  }

  /** Notes that the SYN of an own stream was put into the output (ID-14). */
  void sent(int id) {
    lastOwnSent = id;
  }

  /** Whether a SYN of the peer may carry this id as far as its parity goes (ID-7, ID-8). */
  boolean isPeers(int id) {
    return id != 1 && !role.owns(id);
  }

  int lastPeerSeen() {
    return lastPeerSeen;
  }

  /** Notes a well-ordered SYN of the peer (ID-11). */
  void seen(int id) {
    lastPeerSeen = id;
  }

  /** Notes that a stream of the peer is shown to the application or an extension. */
  void handedOver(int id) {
    highestHandedOver = Math.max(highestHandedOver, id);
  }

  /** The highest of the peer's streams that was handed over, or 0. */
  int highestHandedOver() {
    return highestHandedOver;
  }

  /** Whether no SYN with this id or a higher one of its side has been sent or seen. */
  boolean isIdle(int id) {
    return id == 1 || id > (role.owns(id) ? lastOwnSent : lastPeerSeen);
  }

  /** Whether a stream of this id is this side's. */
  boolean isOwn(int id) {
    return role.owns(id);
  }
}
