import type { ScriptedSocket } from './page.js';

interface Logged {
  readonly offset: number;
  readonly key: string;
}

/** A gateway as the protocol describes it, for one connection at a time. What it sends lies on the way until it is delivered. */
export class Gateway {
  readonly logs = new Map<string, Logged[]>();
  readonly names = new Set<string>();
  readonly commandTimes: number[] = [];
  // Events up to here are gone from the log, by channel.
  readonly trimmed = new Map<string, number>();
  /** A fault: so many events are taken for sent that were not. */
  swallow = 0;
  recoveries = { whole: 0, lost: 0 };
  #socket: ScriptedSocket | undefined;
  #onTheWay: object[] = [];
  #sent = new Map<string, number>();

  constructor(
    channels: readonly string[],
    private readonly now: () => number,
  ) {
    channels.forEach((channel) => this.logs.set(channel, []));
  }

  readonly accept = (socket: ScriptedSocket): void => {
    this.#socket = socket;
    this.#onTheWay = [{ type: 'welcome', session: 's', heartbeatMs: 25_000, expiresAt: 0 }];
    this.#sent.clear();
    this.names.clear();
    socket.onsent = (command) => this.#socket === socket && this.#command(command);
  };

  head(channel: string): { epoch: string; offset: number } | undefined {
    const offset = this.logs.get(channel)!.length;
    return offset ? { epoch: 'e1', offset } : undefined;
  }

  count(name: string): number {
    const [channel, key] = name.split(':') as [string, string?];
    return this.logs.get(channel)!.filter((event) => key === undefined || event.key === key).length;
  }

  publish(channel: string, key: string): void {
    const log = this.logs.get(channel)!;
    const event = { offset: log.length + 1, key };
    log.push(event);
    if (this.names.has(channel) || this.names.has(`${channel}:${key}`)) {
      this.#event(channel, event);
    }
  }

  /** What a heartbeat brings with it. */
  tellPositions(): void {
    const channels = [...new Set([...this.names].map((name) => name.split(':')[0]!))].filter((channel) => this.head(channel));
    const positions = Object.fromEntries(channels.map((channel) => [channel, this.head(channel)]));
    this.#onTheWay.push({ type: 'position', positions });
  }

  deliver(most = Infinity): void {
    for (const frame of this.#onTheWay.splice(0, most)) {
      this.#socket?.says(frame);
    }
  }

  /** What lies on the way is lost. */
  cut(code: number): void {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#onTheWay = [];
    this.names.clear();
    socket?.ends(code);
  }

  #event(channel: string, event: Logged): void {
    this.#sent.set(channel, event.offset);
    if (this.swallow > 0) {
      this.swallow--;
      return;
    }
    this.#onTheWay.push({ channel, data: {}, ts: 1, epoch: 'e1', offset: event.offset, key: event.key });
  }

  #command(command: any): void {
    this.commandTimes.push(this.now());
    if (command.type === 'unsubscribe') {
      command.channels.forEach((name: string) => this.names.delete(name));
      this.#onTheWay.push({ type: 'unsubscribed', channels: command.channels, reason: 'client' });
    } else if (command.type === 'subscribe') {
      this.#subscribe(command);
    } else {
      this.#onTheWay.push({ type: 'pong' });
    }
  }

  #subscribe(command: any): void {
    const answers: Record<string, object> = {};
    const missed = new Map<string, Map<number, Logged>>();
    for (const name of command.channels as string[]) {
      const [channel, key] = name.split(':') as [string, string?];
      const since = command.since?.[name];
      const events = this.logs.get(channel)!.filter((event) => event.offset > since?.offset && (key === undefined || event.key === key));
      const behind = events.some(({ offset }) => offset <= (this.#sent.get(channel) ?? 0));
      const recovered = since !== undefined && !behind && since.offset >= (this.trimmed.get(channel) ?? 0);
      answers[name] = since ? { ...(recovered ? since : this.head(channel)), recovered } : { ...this.head(channel) };
      if (recovered) {
        missed.set(channel, new Map([...(missed.get(channel) ?? []), ...events.map((event) => [event.offset, event] as const)]));
      }
      if (since) {
        this.recoveries[recovered ? 'whole' : 'lost']++;
      }
      this.names.add(name);
    }
    this.#onTheWay.push({ type: 'subscribed', id: command.id, channels: answers });
    for (const [channel, events] of missed) {
      [...events.values()].sort((one, other) => one.offset - other.offset).forEach((event) => this.#event(channel, event));
    }
  }
}
