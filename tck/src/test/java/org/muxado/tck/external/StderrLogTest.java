package org.muxado.tck.external;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class StderrLogTest {

  private final StderrLog log = new StderrLog();

  @Test
  void givesTheLastLinesBehindAPlace() {
    log.append("one\ntwo\n");
    long place = log.length();
    assertEquals("", log.tail(2, place));
    log.append("three\nfour\nfive\n");
    assertEquals("four\nfive", log.tail(2, place));
    assertEquals("three\nfour\nfive", log.tail(9, place));
    assertEquals("one\ntwo\nthree\nfour\nfive", log.tail(9, 0));
  }

  @Test
  void aPlaceHoldsWhenOldTextFallsOff() {
    log.append("x".repeat(65_536));
    long place = log.length();
    log.append("new");
    assertEquals(65_539, log.length());
    assertEquals("new", log.tail(9, place));
    assertEquals(65_536, log.tail(9, 0).length());
  }
}
