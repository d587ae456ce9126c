package org.muxado.vectors.conversation;

import org.jspecify.annotations.Nullable;
import org.muxado.vectors.Level;
import org.muxado.vectors.source.Location;

/**
 * What must not happen, judged over the whole transcript.
 *
 * @param pattern the frame
 * @param after the mark from which on it counts, or null for the beginning
 * @param until the mark up to which it counts, or null for the end
 * @param unlessFence whether frames that belong to a fence do not count
 * @param moreThan how many may come nevertheless: frames, or octets of payload of DATA
 * @param inOctets whether octets are counted
 * @param level how much a failure weighs
 * @param at where it stands
 */
public record Never(
    Pattern pattern,
    @Nullable String after,
    @Nullable String until,
    boolean unlessFence,
    int moreThan,
    boolean inOctets,
    Level level,
    Location at) {}
