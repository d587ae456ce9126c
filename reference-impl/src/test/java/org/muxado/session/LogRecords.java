package org.muxado.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what the library logs, at every level, until closed; for tests. */
final class LogRecords extends Handler implements AutoCloseable {

  private final Logger logger = Logger.getLogger("org.muxado");
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  LogRecords() {
    logger.setLevel(Level.ALL);
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
    setLevel(Level.ALL);
  }

  /** How many records there are of this transport's session from this level up. */
  long count(String transport, Level least) {
    return records.stream()
        .filter(record -> record.getMessage().startsWith(transport + ":"))
        .filter(record -> record.getLevel().intValue() >= least.intValue())
        .count();
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
    logger.setLevel(null);
  }
}
