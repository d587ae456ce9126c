package org.muxado.vectors.conversation;

/** How a file refers to a stream. */
public sealed interface StreamRef {

  /** The id itself; 0 is the session. */
  record Id(int id) implements StreamRef {
    @Override
    public String toString() {
      return Integer.toString(id);
    }
  }

  /** A stream that was bound to a name, or an id at a distance from it. */
  record Named(String name, int offset) implements StreamRef {
    @Override
    public String toString() {
      return name + signed(offset);
    }
  }

  /** An id counted from a point in the session. */
  record Relative(Origin origin, int offset) implements StreamRef {
    @Override
    public String toString() {
      return origin.text() + signed(offset);
    }
  }

  /** Where {@link Relative} ids are counted from. */
  enum Origin {
    /** The lowest legal id that the kit has not used. */
    NEXT("next"),
    /** The highest id that the kit has used, 0 at first. */
    LAST_SENT("last-sent"),
    /** The lowest legal id that the implementation has not used, as far as seen. */
    SUT_NEXT("sut-next"),
    /** The highest id that the implementation has used, as far as seen; 0 at first. */
    LAST_SEEN("last-seen");

    private final String text;

    Origin(String text) {
      this.text = text;
    }

    /** How files write it. */
    public String text() {
      return text;
    }
  }

  private static String signed(int offset) {
    return offset == 0 ? "" : offset > 0 ? "+" + offset : Integer.toString(offset);
  }
}
