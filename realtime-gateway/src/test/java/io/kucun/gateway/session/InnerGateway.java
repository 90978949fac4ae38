package io.kucun.gateway.session;

import io.kucun.gateway.access.Grants;
import io.kucun.gateway.access.Identity;
import io.kucun.gateway.hub.HubThread;
import io.kucun.gateway.protocol.CloseCode;
import io.kucun.gateway.protocol.CommandReader;
import io.kucun.gateway.session.entry.Refusal;
import io.kucun.gateway.session.entry.RefusedException;
import io.kucun.gateway.session.limits.TokenBucket;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Sessions of a gateway without sockets: what they are sent goes to whoever opened them. */
public final class InnerGateway {

  private static final TokenBucket UNLIMITED = new TokenBucket(1e9, 1e9, () -> 0);
  private static final long LONG = 3_600_000;

  private final HubThread hub;
  private final Residents residents;
  private final Commands commands;

  public InnerGateway(HubThread hub, Grants grants, Pursuit pursuit, Residents residents) {
    this.hub = hub;
    this.residents = residents;
    this.commands =
        new Commands(
            new CommandReader(64),
            new Subscriber(grants, pursuit, 64, refused -> {}),
            new Renewal(
                grants,
                token -> Uni.createFrom().failure(new RefusedException(Refusal.INVALID_TOKEN)),
                residents.revocations()),
            16_384);
  }

  /** One client. */
  public final class Inside {

    private final PassingWire wire;
    private final Session session;

    private Inside(Identity identity, Consumer<String> frames) {
      wire = new PassingWire(frames);
      session =
          new Session(
              "inner",
              new Term(identity, LONG, System::currentTimeMillis, new Random()),
              wire,
              new Pulse(LONG, LONG, LONG),
              new Patience(LONG),
              UNLIMITED,
              hub);
    }

    public void send(String command) {
      commands.handle(session, command).subscribe().with(done -> {}, e -> wire.closed = true);
    }

    public boolean isClosed() {
      return wire.closed;
    }

    public void close() {
      session.gone();
      residents.sessions().remove(session);
    }
  }

  public Inside open(String subject, String role, Consumer<String> frames) {
    Instant now = Instant.now();
    Identity identity = new Identity(subject, subject, Set.of(role), now, now.plusMillis(LONG));
    Inside inside = new Inside(identity, frames);
    inside.session.open(LONG);
    residents.sessions().add(inside.session);
    return inside;
  }

  /** Hands on what there is to read. */
  private static final class PassingWire extends TextWire {

    private final Consumer<String> frames;
    private volatile boolean closed;

    PassingWire(Consumer<String> frames) {
      this.frames = frames;
    }

    @Override
    void pass(String text) {
      frames.accept(text);
    }

    @Override
    public void ping(long number) {}

    @Override
    public void close(CloseCode code) {
      closed = true;
    }
  }
}
