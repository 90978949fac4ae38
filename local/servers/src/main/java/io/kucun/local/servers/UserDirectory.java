package io.kucun.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The user's own directory below the temporary one. */
final class UserDirectory {
  private UserDirectory() {}

  /** Created when missing; nobody else may enter it. */
  static Path path() {
    Path path =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "kucun-" + System.getProperty("user.name", "user"));
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      if (!Files.isWritable(path)) {
        throw new ServerException("cannot write to " + path);
      }
      return path;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
