package org.muxado.tck.external;

import com.fasterxml.jackson.databind.JsonNode;
import org.muxado.tck.spi.PeerFailure;

/** What a program may answer to one request. */
sealed interface Answer {

  /**
   * It worked.
   *
   * @param fields an object; what it holds depends on the operation
   */
  record Ok(JsonNode fields) implements Answer {}

  /**
   * The implementation under test refused, as its API told its application.
   *
   * @param failure how
   */
  record Failed(PeerFailure failure) implements Answer {}

  /**
   * The program lacks the operation or an option.
   *
   * @param what what is missing
   */
  record Unimplemented(String what) implements Answer {}
}
