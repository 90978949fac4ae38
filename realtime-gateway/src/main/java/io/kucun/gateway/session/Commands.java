package io.kucun.gateway.session;

import io.kucun.gateway.protocol.BadCommandException;
import io.kucun.gateway.protocol.CloseCode;
import io.kucun.gateway.protocol.Command;
import io.kucun.gateway.protocol.CommandReader;
import io.kucun.gateway.protocol.Reply;
import io.netty.buffer.ByteBufUtil;
import io.smallrye.mutiny.Uni;

/** Does what a client asks for. One command of a client at a time. */
final class Commands {

  /** What stands in a text in place of bytes that are not UTF-8. */
  private static final char UNREADABLE = '\uFFFD';

  private final CommandReader reader;
  private final Subscriber subscriber;
  private final Renewal renewal;
  private final int maxBytes;

  Commands(CommandReader reader, Subscriber subscriber, Renewal renewal, int maxBytes) {
    this.reader = reader;
    this.subscriber = subscriber;
    this.renewal = renewal;
    this.maxBytes = maxBytes;
  }

  Uni<Void> handle(Session session, String text) {
    if (isTooBig(text)) {
      session.close(CloseCode.TOO_BIG);
      return Uni.createFrom().voidItem();
    }
    if (text.indexOf(UNREADABLE) >= 0) {
      session.close(CloseCode.BAD_REQUEST);
      return Uni.createFrom().voidItem();
    }
    if (!session.mayCommand()) {
      session.close(CloseCode.RATE);
      return Uni.createFrom().voidItem();
    }
    try {
      return perform(session, reader.read(text));
    } catch (BadCommandException e) {
      session.send(new Reply.Failed(e.id(), e.code(), e.text()));
      return Uni.createFrom().voidItem();
    }
  }

  private Uni<Void> perform(Session session, Command command) {
    switch (command) {
      case Command.Subscribe subscribe -> {
        return session.alone(subscriber.subscribe(session, subscribe));
      }
      case Command.Unsubscribe unsubscribe -> subscriber.unsubscribe(session, unsubscribe);
      case Command.Ping ping -> session.send(new Reply.Pong(ping.id()));
      case Command.Auth auth -> {
        return session.alone(renewal.renew(session, auth));
      }
    }
    return Uni.createFrom().voidItem();
  }

  private boolean isTooBig(String text) {
    return text.length() > maxBytes
        || (text.length() > maxBytes / 3 && ByteBufUtil.utf8Bytes(text) > maxBytes);
  }
}
