import { Connection } from '../../src/connection.js';
import type { Listener, Message, Options, Realtime, RealtimeError } from '../../src/kucun-realtime.js';
import { Page } from './page.js';

export const POSITION = (offset: number, epoch = 'e1') => ({ epoch, offset });

/** An event as it is published. */
export function event(channel: string, offset: number, key = 'k', epoch = 'e1'): Message {
  return { channel, data: { type: 'x' }, ts: 1, offset, epoch, key };
}

/** What a listener was told, word by word. */
export class Notes implements Listener {
  readonly all: string[] = [];
  readonly errors: RealtimeError[] = [];
  readonly since: Listener['since'];

  constructor(since?: Listener['since']) {
    this.since = since ?? null;
  }

  onMessage = (message: Message) => void this.all.push(`${message.channel}@${message.offset}`);
  onResync = (channel: string, reason: string) => void this.all.push(`${reason} ${channel}`);
  onError = (error: RealtimeError) => {
    this.errors.push(error);
  };
}

/** A page with one user of one connection. */
export class Desk {
  readonly errors: RealtimeError[] = [];
  readonly renewals: boolean[] = [];
  readonly connection: Connection;
  readonly realtime: Realtime;
  token: (renew: boolean) => string | Promise<string> = () => 'token';
  ended = 0;

  constructor(
    readonly page = new Page(),
    options: Partial<Options> = {},
  ) {
    this.connection = new Connection('https://gateway.test', page, () => this.ended++);
    this.realtime = this.connection.join({
      url: 'https://gateway.test',
      getToken: (renew) => {
        this.renewals.push(renew);
        return this.token(renew);
      },
      onError: (error) => this.errors.push(error),
      ...options,
    });
  }

  get status(): string {
    return this.realtime.state.get().status;
  }

  get codes(): string[] {
    return this.errors.map(({ code }) => code);
  }

  /** Connected and greeted. */
  async open(): Promise<this> {
    await this.page.settled();
    this.page.socket.says({ type: 'welcome', session: 's', heartbeatMs: 25_000, expiresAt: 0 });
    await this.page.settled();
    return this;
  }

  /** Answers the newest subscribe: each name with this, or with what is given for it. */
  async answer(answer: object | Record<string, object> = POSITION(10), byName = false): Promise<void> {
    await this.page.pass(200);
    const command = this.page.socket.commands('subscribe').at(-1);
    const channels = Object.fromEntries(command.channels.map((name: string) => [name, byName ? (answer as any)[name] : answer]));
    this.page.socket.says({ type: 'subscribed', id: command.id, channels });
    await this.page.settled();
  }

  /** The socket ends, time for the next attempt passes, and that is greeted. */
  async comeBack(code = 1006): Promise<void> {
    this.page.socket.ends(code);
    await this.page.pass(30_000);
    await this.open();
  }
}
