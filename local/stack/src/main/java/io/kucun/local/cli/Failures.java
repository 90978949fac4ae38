package io.kucun.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Failed reads and writes in the words of their user. */
final class Failures {
  private Failures() {}

  static String line(UncheckedIOException e) {
    IOException cause = e.getCause();
    return line(cause == null ? new IOException(e) : cause);
  }

  static String line(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "No such file: " + missing.getFile();
      case AccessDeniedException denied -> "No permission: " + denied.getFile();
      case FileSystemException file when String.valueOf(file.getReason()).contains("No space") ->
          "The disk is full, cannot write " + file.getFile() + ": make room and try again";
      default ->
          String.valueOf(e.getMessage()).contains("No space")
              ? "The disk is full: make room and try again"
              : "Cannot read or write: " + e.getMessage();
    };
  }
}
