import type { Connection } from './connection.js';
import type { ConnectionState, Listener, Message, Options, Readable, Realtime, RealtimeError } from './kucun-realtime.js';
import { Member } from './member.js';
import { parsePositions } from './positions.js';

/** One user of a connection. */
export class Handle implements Realtime {
  readonly state: Readable<ConnectionState>;
  readonly #leave = new Set<() => void>();
  #closed = false;

  constructor(
    private readonly connection: Connection,
    readonly options: Options,
    private readonly uncaught: (error: unknown) => void,
  ) {
    this.state = connection.state;
  }

  subscribe(channels: string | readonly string[], listener: Listener | ((message: Message) => void)): () => void {
    if (this.#closed) {
      throw new TypeError('closed');
    }
    const all = typeof listener === 'function' ? { onMessage: listener } : listener;
    const since = typeof all.since === 'string' ? parsePositions(all.since) : (all.since ?? undefined);
    const member = new Member(all, (error) => this.report(error));
    const names = [...new Set(typeof channels === 'string' ? [channels] : channels)];
    const leave = this.connection.subscriptions.topics.add(names, member, since);
    this.#leave.add(leave);
    return () => this.#leave.delete(leave) && leave();
  }

  reconnect(): void {
    this.connection.reconnect();
  }

  close(): void {
    this.#closed = true;
    this.#leave.forEach((leave) => leave());
    this.#leave.clear();
    this.connection.leave(this);
  }

  report(error: RealtimeError): void {
    try {
      (this.options.onError ?? this.uncaught)(error);
    } catch (thrown) {
      this.uncaught(thrown);
    }
  }
}
