package org.muxado.vectors.wire;

/**
 * A rule that a frame breaks.
 *
 * @param requirement the id of the rule
 * @param code the error code with which a receiver answers, or -1 where a receiver must not mind
 * @param message what is wrong, with the values
 */
public record Violation(String requirement, int code, String message) {}
