package io.kucun.gateway.session;

import io.kucun.gateway.protocol.CloseCode;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a client would be sent. */
final class RecordingWire extends TextWire {

  private List<String> sent = new ArrayList<>();
  boolean takesNothing;

  /** What was sent since this was asked last. */
  List<String> sent() {
    List<String> latest = sent;
    sent = new ArrayList<>();
    return latest;
  }

  @Override
  void pass(String text) {
    sent.add(text);
  }

  @Override
  public boolean takes(int bytes) {
    return !takesNothing;
  }

  @Override
  public void ping(long number) {
    sent.add("ping " + number);
  }

  @Override
  public void close(CloseCode code) {
    sent.add("close " + code.code());
  }
}
