package org.muxado.engine;

/** What the application may still write to a stream. */
enum Writing {
  /** Octets are taken. */
  OPEN,
  /** FIN follows the queued octets (PRI-11). */
  FINISHING,
  /** FIN has left, or the output counts as ended. */
  ENDED
}
