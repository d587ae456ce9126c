package org.muxado.tck.suite;

import java.util.List;
import java.util.Set;
import org.muxado.tck.spi.Capability;
import org.muxado.vectors.Level;

/** One case of the kit, for one role of the implementation. Immutable. */
public sealed interface KitCase permits ConversationCase, CodecCase {

  /** Unique, such as {@code goaway/retry-splits-at-last-id@client}. */
  String id();

  /** One line that says what is shown. */
  String title();

  /** Why it matters and what to do on a failure; may be empty. */
  String intent();

  /** The ids of the requirements that it tests. */
  List<String> requirements();

  /** How much a failure weighs. */
  Level level();

  /** The wrong implementations that it must catch. */
  List<String> catches();

  /** What the adapter must be able to do. */
  Set<Capability> needs();
}
