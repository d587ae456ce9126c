package org.muxado.tls;

import java.nio.ByteBuffer;
import org.muxado.tls.TlsException.Reason;

/**
 * What the header of a TLS record says, which is in the clear (RFC 8446, section 5.1).
 *
 * @param type the kind of record; with TLS 1.3 all later ones look like application data
 * @param bodyBytes how many octets follow the header
 */
record RecordHeader(int type, int bodyBytes) {

  static final int BYTES = 5;

  private static final int FIRST_TYPE = 20;
  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int APPLICATION_DATA = 23;
  private static final int LAST_TYPE = 24;
  private static final int MAJOR_VERSION = 3;

  /**
   * Reads the header at the buffer's position, where there are five octets, and leaves it there.
   *
   * @throws TlsException if this is not TLS
   */
  static RecordHeader at(ByteBuffer records, String peer) throws TlsException {
    int at = records.position();
    int type = records.get(at) & 0xff;
    if (type < FIRST_TYPE || type > LAST_TYPE || records.get(at + 1) != MAJOR_VERSION) {
      throw new TlsException(Reason.NOT_TLS, peer + " speaks no TLS: it sent " + hex(records));
    }
    return new RecordHeader(type, records.getShort(at + BYTES - Short.BYTES) & 0xffff);
  }

  private static String hex(ByteBuffer records) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < BYTES; i++) {
      text.append(i == 0 ? "" : " ");
      text.append(String.format("%02x", records.get(records.position() + i)));
    }
    return text.toString();
  }

  /** How long the record is, header included. */
  int sizeBytes() {
    return BYTES + bodyBytes;
  }

  /** Whether this is an alert; unknown with TLS 1.3 once the handshake is over. */
  boolean isAlert() {
    return type == ALERT;
  }

  /** Whether this is application data, or with TLS 1.3 any record after the handshake. */
  boolean isData() {
    return type == APPLICATION_DATA;
  }

  /** Whether this begins another handshake, once the first is over; never so with TLS 1.3. */
  boolean isHandshake() {
    return type == HANDSHAKE;
  }
}
