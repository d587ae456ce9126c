package org.muxado.engine;

/** What can happen to a stream: a frame received, a frame sent, or a GOAWAY that leaves it out. */
enum StreamInput {
  SYN,
  SYN_FIN,
  DATA,
  DATA_FIN,
  EMPTY_DATA,
  EMPTY_DATA_FIN,
  RST,
  WNDINC,
  WNDINC_ZERO,
  PRI,
  SEND_SYN,
  SEND_SYN_FIN,
  SEND_DATA,
  SEND_DATA_FIN,
  SEND_EMPTY_DATA_FIN,
  SEND_RST,
  SEND_WNDINC,
  SEND_PRI,
  LEFT_OUT
}
