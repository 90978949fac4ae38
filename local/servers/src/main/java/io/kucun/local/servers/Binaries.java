package io.kucun.local.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * The executables, unpacked once from the class path into a cache directory of the user.
 *
 * <p>Several JVMs may ask at once: a file lock lets one unpack, into a fresh directory that is
 * renamed when complete.
 */
final class Binaries {
  private final Path cache;
  private final Platform platform;

  Binaries(Path cache, Platform platform) {
    this.cache = cache;
    this.platform = platform;
  }

  /** The cache in the temporary directory, for the platform that runs. */
  static Binaries ofUser() {
    return new Binaries(UserDirectory.path().resolve("bin"), Platform.current());
  }

  /** The directory with {@code bin/initdb} and {@code bin/postgres}. */
  Path postgres() {
    String archive = platform.postgresArchive();
    return unpackedOnce(archive, target -> Archive.unpack(archive, open(archive), target));
  }

  /** The Redis executable. */
  Path redis() {
    Path native_ = executable(platform.redisExecutable());
    if (!platform.isLinux() || runs(native_)) {
      return native_;
    }
    return executable(Platform.STATIC_LINUX_REDIS);
  }

  private Path executable(String name) {
    Path directory =
        unpackedOnce(
            name,
            target -> {
              Path file = target.resolve("redis-server");
              try (InputStream in = open(name)) {
                Files.copy(in, file);
              }
              if (!file.toFile().setExecutable(true)) {
                throw new IOException("cannot make " + file + " executable");
              }
            });
    return directory.resolve("redis-server");
  }

  private Path unpackedOnce(String resource, Unpacking unpacking) {
    Path done = cache.resolve(resource + "-" + size(resource));
    if (Files.isDirectory(done)) {
      return done;
    }
    try {
      Files.createDirectories(cache);
      try (FileChannel channel =
              FileChannel.open(
                  cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.isDirectory(done)) {
          Path fresh = Files.createTempDirectory(cache, "unpacking");
          unpacking.into(fresh);
          Files.move(fresh, done, StandardCopyOption.ATOMIC_MOVE);
        }
      }
      return done;
    } catch (IOException e) {
      throw new ServerException("cannot unpack " + resource + " to " + cache, e);
    }
  }

  private static long size(String resource) {
    try {
      var url = Binaries.class.getClassLoader().getResource(resource);
      if (url == null) {
        throw new ServerException("not on the class path: " + resource);
      }
      return url.openConnection().getContentLengthLong();
    } catch (IOException e) {
      throw new ServerException("cannot read " + resource, e);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = Binaries.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new ServerException("not on the class path: " + resource);
    }
    return in;
  }

  private static boolean runs(Path executable) {
    try {
      Process process =
          new ProcessBuilder(executable.toString(), "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Fills an empty directory. */
  private interface Unpacking {
    void into(Path directory) throws IOException;
  }
}
