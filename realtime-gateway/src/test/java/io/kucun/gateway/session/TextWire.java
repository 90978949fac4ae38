package io.kucun.gateway.session;

import io.kucun.gateway.hub.Batch;
import io.kucun.gateway.session.wire.Wire;
import java.nio.charset.StandardCharsets;

/** A wire that has no socket and takes everything at once, as text. */
abstract class TextWire implements Wire {

  abstract void pass(String text);

  @Override
  public void whenRoom(Runnable action) {}

  @Override
  public boolean takes(int bytes) {
    return true;
  }

  @Override
  public void send(Batch batch) {
    batch.messages().forEach(m -> pass(new String(m.payload(), StandardCharsets.UTF_8)));
  }

  @Override
  public boolean sendControl(String text) {
    pass(text);
    return true;
  }

  @Override
  public void read(boolean on) {}

  @Override
  public long waiting() {
    return 0;
  }

  @Override
  public long taken() {
    return 0;
  }

  @Override
  public boolean isFull() {
    return false;
  }
}
