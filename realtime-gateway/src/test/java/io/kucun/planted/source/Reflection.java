package io.kucun.planted.source;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Looks up a class by name, and has a field filled from outside. */
final class Reflection {

  @Inject @Nullable Object injected;

  Class<?> find() throws ClassNotFoundException {
    return Class.forName("java.lang.String");
  }
}
