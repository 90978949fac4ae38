package io.kucun.local.image;

import io.kucun.local.documents.Repository;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What a service says of its native image. */
final class Settings {
  private Settings() {}

  /** A property of it; empty if it is not there. */
  static String of(String service, String name) {
    Properties properties = new Properties();
    try {
      properties.load(
          new StringReader(
              Repository.read(service + "/src/main/resources/application.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty(name, "");
  }
}
