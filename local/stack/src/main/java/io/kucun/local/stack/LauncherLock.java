package io.kucun.local.stack;

import io.kucun.local.servers.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The right to run the system of a state directory; the kernel takes it back from the dead. */
public final class LauncherLock implements AutoCloseable {
  private final FileChannel channel;

  private LauncherLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes it and records this process as the launcher, or refuses in one line. */
  public static LauncherLock take(StateDirectory directory) {
    LauncherLock lock = tryTake(directory);
    if (lock == null) {
      String pid = holder(directory).map(it -> " (pid " + it.pid() + ")").orElse("");
      throw new StackException("Kucun is already running" + pid + ": ./kucun down stops it");
    }
    ChildProcess.of(ProcessHandle.current(), "java").write(directory.launcher());
    return lock;
  }

  /** The launcher that runs, if one does. */
  public static Optional<ChildProcess> holder(StateDirectory directory) {
    return ChildProcess.read(directory.launcher()).filter(ChildProcess::isAlive);
  }

  private static @Nullable LauncherLock tryTake(StateDirectory directory) {
    try {
      FileChannel channel =
          FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return new LauncherLock(channel);
        }
      } catch (OverlappingFileLockException e) {
        channel.close();
        return null;
      }
      channel.close();
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
