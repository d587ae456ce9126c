package org.muxado.session;

import java.util.concurrent.atomic.AtomicLong;
import org.muxado.engine.Role;

/**
 * Which session an observer hears of, as the settings with the observer may serve several.
 * Immutable.
 *
 * @param number one for each session of this process, from 1 up
 * @param role the side that this end is
 * @param transport the name of its transport
 */
public record ObservedSession(long number, Role role, String transport) {

  private static final AtomicLong NUMBERS = new AtomicLong();

  static ObservedSession next(Role role, String transport) {
    return new ObservedSession(NUMBERS.incrementAndGet(), role, transport);
  }
}
