package org.muxado.tck.spi;

/**
 * A heartbeat's timing.
 *
 * @param intervalMillis time between two heartbeats in milliseconds, at least 1
 * @param toleranceMillis how much longer than the interval an echo may take, in milliseconds, at
 *     least 1
 */
public record HeartbeatOptions(long intervalMillis, long toleranceMillis) {}
