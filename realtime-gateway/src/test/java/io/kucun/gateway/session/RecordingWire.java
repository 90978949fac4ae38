package io.kucun.gateway.session;

import io.kucun.gateway.hub.Batch;
import io.kucun.gateway.protocol.CloseCode;
import io.kucun.gateway.session.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a client would be sent. */
final class RecordingWire implements Wire {

  private List<String> sent = new ArrayList<>();
  boolean takesNothing;

  /** What was sent since this was asked last. */
  List<String> sent() {
    List<String> latest = sent;
    sent = new ArrayList<>();
    return latest;
  }

  @Override
  public void whenRoom(Runnable action) {}

  @Override
  public boolean takes(int bytes) {
    return !takesNothing;
  }

  @Override
  public void send(Batch batch) {
    batch.messages().forEach(m -> sent.add(new String(m.payload(), StandardCharsets.UTF_8)));
  }

  @Override
  public boolean sendControl(String text) {
    sent.add(text);
    return true;
  }

  @Override
  public void ping(long number) {
    sent.add("ping " + number);
  }

  @Override
  public void close(CloseCode code) {
    sent.add("close " + code.code());
  }

  @Override
  public long waiting() {
    return 0;
  }

  @Override
  public boolean isFull() {
    return false;
  }
}
