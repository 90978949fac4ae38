package io.kucun.local.fleet;

import io.kucun.local.rig.Answer;
import io.kucun.local.rig.HttpLine;
import java.io.IOException;

/**
 * Somebody with a token, and how one comes in.
 *
 * @param address where it comes from, as a proxy tells the gateway
 * @param byTicket as a browser has to; else with the token
 */
record Visitor(String subject, String token, String address, boolean byTicket) {
  FrameSocket enter(Gateway gateway) throws IOException, Refusal {
    return byTicket ? enter(gateway, ticket(gateway)) : open(gateway, "/ws", bearer());
  }

  /** With a ticket, wherever that is from. */
  FrameSocket enter(Gateway gateway, String ticket) throws IOException, Refusal {
    return open(gateway, "/ws?ticket=" + ticket, "");
  }

  private FrameSocket open(Gateway gateway, String path, String more) throws IOException, Refusal {
    return FrameSocket.open(gateway.port(), path, forwarded() + more);
  }

  String ticket(Gateway gateway) throws IOException, Refusal {
    Answer answer = post(gateway, "/tickets", "Content-Length: 0\r\n", "");
    if (!answer.isOk()) {
      throw new Refusal(answer.status(), answer.body());
    }
    return answer.json().path("ticket").asText();
  }

  /** Has a user's sockets closed, on every gateway. */
  Answer disconnect(Gateway gateway, String user) throws IOException {
    return post(gateway, "/admin/disconnect", "", "{\"sub\":\"" + user + "\"}");
  }

  private Answer post(Gateway gateway, String path, String more, String body) throws IOException {
    try (HttpLine line = new HttpLine(gateway.port())) {
      return line.send("POST", path, forwarded() + bearer() + more, body);
    }
  }

  private String bearer() {
    return "Authorization: Bearer " + token + "\r\n";
  }

  private String forwarded() {
    return "X-Forwarded-For: " + address + "\r\n";
  }
}
