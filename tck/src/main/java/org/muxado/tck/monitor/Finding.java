package org.muxado.tck.monitor;

/**
 * A rule that the implementation broke, whatever the case was about.
 *
 * @param requirement the id of the rule
 * @param message what was seen, with the values
 */
public record Finding(String requirement, String message) {}
