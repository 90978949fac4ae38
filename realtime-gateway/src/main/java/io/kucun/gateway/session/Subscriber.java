package io.kucun.gateway.session;

import io.kucun.gateway.access.Grants;
import io.kucun.gateway.access.Right;
import io.kucun.gateway.envelope.Position;
import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.Outcome;
import io.kucun.gateway.hub.Subscription;
import io.kucun.gateway.hub.Target;
import io.kucun.gateway.protocol.ChannelAnswer;
import io.kucun.gateway.protocol.Command;
import io.kucun.gateway.protocol.ErrorCode;
import io.kucun.gateway.protocol.Reply;
import io.kucun.gateway.protocol.Since;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Subscribes a session to what it may read, and unsubscribes it. */
final class Subscriber {

  private final Grants grants;
  private final Pursuit pursuit;
  private final int maxChannels;
  private final Consumer<ErrorCode> refused;

  /** Those of whole channels, which all sessions share. */
  private final Map<String, Target> wholes;

  /**
   * Subscribes nobody yet.
   *
   * @param refused is told why, each time that a channel is not subscribed to
   */
  Subscriber(Grants grants, Pursuit pursuit, int maxChannels, Consumer<ErrorCode> refused) {
    this.grants = grants;
    this.pursuit = pursuit;
    this.maxChannels = maxChannels;
    this.refused = refused;
    this.wholes =
        grants.channels().stream().collect(Collectors.toMap(c -> c, c -> new Target(c, null)));
  }

  /** Done when it is answered, so that nothing the client asks for later is done before. */
  Uni<Void> subscribe(Session session, Command.Subscribe command) {
    if (session.isExpired()) {
      session.send(
          new Reply.Failed(
              command.id(), ErrorCode.TOKEN_EXPIRED, "the token has expired: renew it first"));
      return Uni.createFrom().voidItem();
    }
    Map<String, ChannelAnswer> answers = new LinkedHashMap<>();
    List<Subscription> wanted = new ArrayList<>();
    for (String name : command.channels()) {
      Target whole = wholes.get(name);
      Target target = whole == null ? Target.parse(name) : whole;
      ErrorCode error = refusal(session, target);
      if (error != null || target == null) {
        ErrorCode why = error == null ? ErrorCode.UNKNOWN_CHANNEL : error;
        answers.put(name, new ChannelAnswer.Refused(why));
        refused.accept(why);
        continue;
      }
      session.targets().add(target);
      answers.put(name, new ChannelAnswer.Subscribed(null, null));
      wanted.add(
          new Subscription(target, owner(session, target.channel()), since(command, target)));
    }
    Consumer<List<Outcome>> answer =
        outcomes -> {
          outcomes.forEach(o -> answers.put(o.target().name(), answer(o)));
          session.answer(new Reply.Subscribed(command.id(), answers));
        };
    return Uni.createFrom()
        .emitter(done ->
            session.onHub(hub -> {
              Runnable subscribe =
                  () -> {
                    hub.subscribe(session, wanted, answer);
                    done.complete(null);
                  };
              Runnable recall = () -> hub.recall(wanted, attempt(done, subscribe));
              attempt(done, () -> abreast(hub, wanted, attempt(done, recall))).run();
            }));
  }

  /** What fails must not leave the client waiting, with nothing read from it any more. */
  private static Runnable attempt(UniEmitter<?> done, Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException | OutOfMemoryError e) {
        done.fail(e);
      }
    };
  }

  /** Goes on once the hub knows where these channels stand. */
  private void abreast(Hub hub, List<Subscription> wanted, Runnable task) {
    Set<String> ahead = hub.ahead(wanted);
    if (ahead.isEmpty()) {
      task.run();
    } else {
      pursuit.pursue(ahead, task);
    }
  }

  private @Nullable ErrorCode refusal(Session session, @Nullable Target target) {
    if (target == null || !grants.channels().contains(target.channel())) {
      return ErrorCode.UNKNOWN_CHANNEL;
    }
    if (grants.right(session.identity(), target.channel()) == Right.NONE) {
      return ErrorCode.FORBIDDEN;
    }
    boolean isNew = !session.targets().contains(target);
    return isNew && session.targets().size() >= maxChannels ? ErrorCode.TOO_MANY_CHANNELS : null;
  }

  private @Nullable String owner(Session session, String channel) {
    boolean all = grants.right(session.identity(), channel) == Right.ALL;
    return all ? null : session.identity().subject();
  }

  private static @Nullable Position since(Command.Subscribe command, Target target) {
    Since since = command.since().get(target.name());
    Since given = since == null ? command.since().get(target.channel()) : since;
    return given == null ? null : new Position(given.epoch(), given.offset());
  }

  private static ChannelAnswer answer(Outcome outcome) {
    Position at = outcome.at();
    Since since = at == null ? null : new Since(at.epoch(), at.offset());
    return new ChannelAnswer.Subscribed(since, outcome.recovered());
  }

  void unsubscribe(Session session, Command.Unsubscribe command) {
    List<Target> targets =
        command.channels().stream().map(Target::parse).filter(Objects::nonNull).toList();
    targets.forEach(session.targets()::remove);
    session.onHub(hub -> {
      targets.forEach(target -> hub.unsubscribe(session, target));
      session.answer(new Reply.Unsubscribed(command.id(), command.channels(), "client"));
    });
  }
}
