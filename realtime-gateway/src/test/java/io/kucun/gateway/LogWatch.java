package io.kucun.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/** Keeps what one logger says. */
final class LogWatch implements AutoCloseable {

  private static final Formatter MESSAGE = new PatternFormatter("%s");

  private final List<String> records = new CopyOnWriteArrayList<>();
  private final Logger logger;
  private final @Nullable Level level;
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          records.add(record.getLevel() + " " + MESSAGE.format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  LogWatch(String name) {
    logger = Logger.getLogger(name);
    level = logger.getLevel();
    logger.addHandler(handler);
  }

  /** From now on it says what it only says to whoever asks for it. */
  LogWatch inDetail() {
    logger.setLevel(Level.FINE);
    return this;
  }

  List<String> records() {
    return records;
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    logger.setLevel(level);
  }
}
