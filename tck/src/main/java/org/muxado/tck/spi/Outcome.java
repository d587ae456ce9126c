package org.muxado.tck.spi;

import org.jspecify.annotations.Nullable;

/**
 * How a stream ended.
 *
 * @param kind why it failed, or null if both directions finished in peace
 * @param code the error code, or -1 where there is none
 * @param retry the retry verdict of a failed own stream; null for the kit's streams, for streams
 *     that ended in peace, and where the implementation gives none
 */
public record Outcome(@Nullable FailureKind kind, int code, @Nullable RetryVerdict retry) {}
