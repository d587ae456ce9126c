package org.muxado.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ErrorCodeTest {

  @Test
  void namesDefinedCodes() {
    assertEquals("NO_ERROR", ErrorCode.name(ErrorCode.NO_ERROR));
    assertEquals("CANCEL", ErrorCode.name(ErrorCode.CANCEL));
  }

  @Test
  void keepsUnknownCodesAsNumbers() {
    assertEquals("code 8", ErrorCode.name(8));
    assertEquals("code 4294967295", ErrorCode.name(-1));
    assertFalse(ErrorCode.isDefined(8));
    assertFalse(ErrorCode.isDefined(-1));
    assertTrue(ErrorCode.isDefined(0));
    assertTrue(ErrorCode.isDefined(7));
  }
}
