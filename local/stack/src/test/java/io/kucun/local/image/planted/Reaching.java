package io.kucun.local.image.planted;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Does all that a native image has to be told of. */
final class Reaching {
  private Reaching() {}

  static @Nullable InputStream resource() {
    return Reaching.class.getResourceAsStream("/application.properties");
  }

  static Object name() throws ReflectiveOperationException {
    return Class.forName("java.lang.String").getDeclaredConstructor().newInstance();
  }

  static Object proxy() {
    return Proxy.newProxyInstance(
        Reaching.class.getClassLoader(), new Class<?>[] {Runnable.class}, (a, b, c) -> "");
  }

  static Object service() {
    return ServiceLoader.load(Runnable.class);
  }

  static Object bundle() {
    return ResourceBundle.getBundle("words");
  }

  @SuppressWarnings("BanSerializableRead")
  static Object serial() throws IOException, ClassNotFoundException {
    return new ObjectInputStream(new ByteArrayInputStream(new byte[0])).readObject();
  }

  static Object handle() throws ReflectiveOperationException {
    return MethodHandles.lookup().findClass("java.lang.String");
  }

  static Object bound() {
    return new ObjectMapper();
  }

  static Object loader() throws ClassNotFoundException {
    return ClassLoader.getSystemClassLoader().loadClass("java.lang.String");
  }

  static void written() throws IOException {
    new ObjectOutputStream(new ByteArrayOutputStream()).writeObject("");
  }

  @SuppressWarnings("restricted")
  static void library() {
    System.loadLibrary("none");
  }
}
