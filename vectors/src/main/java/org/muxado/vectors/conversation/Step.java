package org.muxado.vectors.conversation;

import org.jspecify.annotations.Nullable;
import org.muxado.vectors.Level;
import org.muxado.vectors.source.Location;

/**
 * One step.
 *
 * @param number from 1 on
 * @param action what is done
 * @param level how much a failure of this step weighs
 * @param mark the name under which later steps refer to this moment, or null
 * @param at where it stands
 */
public record Step(int number, Action action, Level level, @Nullable String mark, Location at) {

  /** {@code step 8}, the label under which reports and expected failures name it. */
  public String label() {
    return "step " + number;
  }
}
