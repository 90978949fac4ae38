package io.kucun.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what one logger says. */
final class LogWatch implements AutoCloseable {

  private final List<String> records = new CopyOnWriteArrayList<>();
  private final Logger logger;
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          records.add(record.getLevel() + " " + record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  LogWatch(String name) {
    logger = Logger.getLogger(name);
    logger.addHandler(handler);
  }

  List<String> records() {
    return records;
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }
}
