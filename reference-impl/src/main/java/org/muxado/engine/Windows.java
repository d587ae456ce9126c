package org.muxado.engine;

/**
 * What the receive windows of a session share. Not thread-safe.
 *
 * @param baseBytes how large each is at first, in octets
 * @param budget how far they may grow together
 * @param roundTrip how long an answer takes
 */
record Windows(int baseBytes, WindowBudget budget, RoundTrip roundTrip) {

  static Windows of(EngineSettings settings) {
    WindowBudget budget = new WindowBudget(settings.windowGrowthBytes());
    return new Windows(settings.receiveWindowBytes(), budget, new RoundTrip());
  }
}
