package io.kucun.gateway.session;

import io.kucun.gateway.access.Grants;
import io.kucun.gateway.access.Identity;
import io.kucun.gateway.access.Right;
import io.kucun.gateway.hub.Hub;
import io.kucun.gateway.hub.Target;
import io.kucun.gateway.protocol.Command;
import io.kucun.gateway.protocol.ErrorCode;
import io.kucun.gateway.protocol.Reply;
import io.kucun.gateway.session.entry.Refusal;
import io.kucun.gateway.session.entry.RefusedException;
import io.kucun.gateway.session.entry.Revocations;
import io.kucun.gateway.session.entry.TokenVerifier;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes a new token in place of the old one, and checks every subscription against the roles in it.
 */
final class Renewal {

  private final Grants grants;
  private final TokenVerifier tokens;
  private final Revocations revocations;

  Renewal(Grants grants, TokenVerifier tokens, Revocations revocations) {
    this.grants = grants;
    this.tokens = tokens;
    this.revocations = revocations;
  }

  Uni<Void> renew(Session session, Command.Auth command) {
    return tokens
        .verify(command.token())
        .invoke(this::refuseRevoked)
        .invoke(identity -> accept(session, command, identity))
        .onFailure(RefusedException.class)
        .invoke(failure -> session.send(refused(command, failure)))
        .onFailure(RefusedException.class)
        .recoverWithNull()
        .replaceWithVoid();
  }

  private void refuseRevoked(Identity identity) {
    if (revocations.cover(identity)) {
      throw new RefusedException(Refusal.TOKEN_REVOKED);
    }
  }

  private static Reply refused(Command.Auth command, Throwable failure) {
    boolean invalid = failure instanceof RefusedException e && e.refusal().status() == 401;
    return invalid
        ? new Reply.Failed(command.id(), ErrorCode.INVALID_TOKEN, "the token is not valid here")
        : new Reply.Failed(command.id(), ErrorCode.UNAVAILABLE, "the token cannot be checked now");
  }

  private void accept(Session session, Command.Auth command, Identity renewed) {
    if (!renewed.subject().equals(session.identity().subject())) {
      session.send(
          new Reply.Failed(
              command.id(), ErrorCode.OTHER_SUBJECT, "the token stands for another user"));
      return;
    }
    session.renew(renewed);
    List<Target> lost =
        session.targets().stream()
            .filter(t -> grants.right(renewed, t.channel()) == Right.NONE)
            .toList();
    Set<Target> targets = session.targets();
    lost.forEach(targets::remove);
    List<Target> kept = new ArrayList<>(targets);
    session.onHub(hub -> {
      lost.forEach(target -> hub.unsubscribe(session, target));
      kept.forEach(target -> restrict(hub, session, renewed, target));
      session.answer(new Reply.Authenticated(command.id(), renewed.expiresAt().toEpochMilli()));
      if (!lost.isEmpty()) {
        session.answer(
            new Reply.Unsubscribed(null, lost.stream().map(Target::name).toList(), "forbidden"));
      }
    });
  }

  private void restrict(Hub hub, Session session, Identity renewed, Target target) {
    boolean all = grants.right(renewed, target.channel()) == Right.ALL;
    hub.restrict(session, target.channel(), all ? null : renewed.subject());
  }
}
