package org.muxado.tls;

/**
 * Tells which records may be alerts before they are opened. With TLS 1.2 the header says so. With
 * TLS 1.3 all records look like application data, and an alert is known by its size: two octets and
 * what the peer adds to each record, which its earlier records have shown. For one thread.
 */
final class AlertGuess {

  private static final int ALERT_BYTES = 2;

  /** A kind, and an authentication of 16 octets. */
  private static final int LEAN_OVERHEAD_BYTES = 17;

  /** The JDK pads each record by 16 octets. */
  private static final int PADDED_OVERHEAD_BYTES = 33;

  private boolean hidden;
  private int overheadBytes;

  /** The handshake is over, with this version of TLS. */
  void established(String protocol) {
    hidden = protocol.equals(TlsVersion.TLS_1_3.protocol());
  }

  /** A record was opened that held so many octets of the session. */
  void opened(RecordHeader header, int octets) {
    if (octets > 0) {
      overheadBytes = header.bodyBytes() - octets;
    }
  }

  /** Whether the record may be an alert. */
  boolean mayBeAlert(RecordHeader header) {
    return header.isAlert()
        || (hidden && header.isData() && isOverhead(header.bodyBytes() - ALERT_BYTES));
  }

  private boolean isOverhead(int octets) {
    return overheadBytes == 0
        ? octets == LEAN_OVERHEAD_BYTES || octets == PADDED_OVERHEAD_BYTES
        : octets == overheadBytes;
  }
}
