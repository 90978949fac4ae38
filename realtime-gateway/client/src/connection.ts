import { Backoff } from './backoff.js';
import { failure } from './errors.js';
import { isControl, type Control, type Frame } from './frames.js';
import { Handle } from './handle.js';
import type { ConnectionState, Options, Realtime, RealtimeError } from './kucun-realtime.js';
import { Link, type LinkOwner } from './link.js';
import type { Happening, Platform } from './platform.js';
import { Store } from './store.js';
import { Subscriptions } from './subscriptions.js';

const STABLE_MS = 30_000;
const OFFLINE_MS = 20_000;
// A token of the same second as the one that was revoked is refused too.
const NEW_TOKEN_MS = 1_000;
const TOO_MANY_COMMANDS_MS = 5_000;

/** The page's connection to one gateway: opened again and again, until its last user closes it or the gateway forbids it. */
export class Connection implements LinkOwner {
  readonly state: Store<ConnectionState>;
  readonly subscriptions: Subscriptions;
  readonly #handles: Handle[] = [];
  readonly #backoff: Backoff;
  #link: Link | undefined;
  #retry: unknown;
  #renew = false;
  #openedAt = 0;
  #unlisten: (() => void) | undefined;

  constructor(
    private readonly url: string,
    private readonly platform: Platform,
    private readonly ended: () => void,
  ) {
    this.state = new Store<ConnectionState>({ status: 'closed', degraded: false }, (error) => platform.report(error));
    this.subscriptions = new Subscriptions(platform);
    this.#backoff = new Backoff(() => platform.random());
  }

  join(options: Options): Realtime {
    const handle = new Handle(this, options, (error) => this.platform.report(error));
    this.#handles.push(handle);
    this.#unlisten ??= this.platform.listen((what) => this.#told(what));
    if (this.state.get().status === 'closed') {
      this.reconnect();
    }
    return handle;
  }

  leave(handle: Handle): void {
    const at = this.#handles.indexOf(handle);
    if (at >= 0) {
      this.#handles.splice(at, 1);
    }
    if (at >= 0 && !this.#handles.length) {
      this.ended();
      this.#unlisten?.();
      this.#drop();
      this.state.set({ status: 'closed', degraded: false });
    }
  }

  /** Connects now, unless it is at it. */
  reconnect(): void {
    if (!this.#link && this.#handles.length) {
      this.platform.clearTimer(this.#retry);
      this.#link = new Link(this.platform, this.url, this);
      const { error } = this.state.get();
      this.state.set({ status: 'connecting', degraded: false, ...(error && { error }) });
      this.#link?.open(this.#renew);
    }
  }

  async token(renew: boolean): Promise<string> {
    try {
      const token = await this.#handles.at(-1)?.options.getToken(renew);
      if (!token) {
        throw failure('no_token', 'getToken gave no token: nobody is signed in', { terminal: true });
      }
      return token;
    } catch (cause) {
      throw (cause as RealtimeError)?.code === 'no_token' ? cause : failure('token_failed', `getToken failed: ${cause}`, { cause });
    }
  }

  up(): void {
    this.#renew = false;
    this.#openedAt = this.platform.now();
    const link = this.#link;
    this.subscriptions.opened((command) => link?.send(command));
    this.state.set({ status: 'open', degraded: false });
  }

  frame(frame: Frame): void {
    if (isControl(frame)) {
      this.#control(frame);
    } else {
      this.subscriptions.topics.message(frame);
    }
  }

  #control(frame: Control): void {
    switch (frame.type) {
      case 'subscribed':
        return this.subscriptions.subscribed(frame);
      case 'unsubscribed':
        return this.subscriptions.unsubscribed(frame);
      case 'authenticated':
        return this.subscriptions.authenticated();
      case 'resync':
        return this.subscriptions.resync(frame);
      case 'position':
        return this.subscriptions.positions(frame);
      case 'degraded':
        return this.state.set({ status: 'open', degraded: frame.on === true });
      case 'error':
        if (!this.subscriptions.refused(frame) && frame.id === undefined) {
          this.trouble(failure(frame.code ?? 'error', frame.message ?? 'The gateway refused a command'));
        }
    }
  }

  trouble(error: RealtimeError): void {
    for (const handle of [...this.#handles]) {
      handle.report(error);
    }
  }

  down(error?: RealtimeError): void {
    const opened = this.state.get().status === 'open';
    if (opened && this.platform.now() - this.#openedAt >= STABLE_MS) {
      this.#backoff.reset();
    }
    this.#drop();
    if (!error) {
      return this.reconnect();
    }
    const { closeCode, code } = error;
    // Whoever was too slow would be so again; another user has other rights.
    if (closeCode === 4408 || code === 'other_subject') {
      this.subscriptions.forget();
    }
    this.#renew = this.#renew || closeCode === 4401 || error.status === 401;
    this.#wait(error);
    this.trouble(error);
  }

  #wait(error: RealtimeError): void {
    if (error.terminal) {
      this.state.set({ status: 'closed', degraded: false, error });
      return;
    }
    const online = this.platform.isOnline();
    const least = Math.max(
      error.retryAfterMs ?? 0,
      this.#renew ? NEW_TOKEN_MS : 0,
      error.closeCode === 4429 ? TOO_MANY_COMMANDS_MS : 0,
      // A browser that takes itself to be offline may be wrong.
      online ? 0 : OFFLINE_MS,
    );
    const wait = least + this.#backoff.next();
    this.#retry = this.platform.setTimer(() => this.reconnect(), wait);
    const retryAt = this.platform.now() + wait;
    this.state.set({ status: online ? 'waiting' : 'offline', degraded: false, retryAt, error });
  }

  #told(what: Happening): void {
    this.#link?.probe();
    const state = this.state.get();
    if (state.status !== 'waiting' && state.status !== 'offline') {
      return;
    }
    // What the gateway asked for is not cut short.
    if (what !== 'offline' && !state.error?.retryAfterMs && !this.#renew) {
      this.reconnect();
    } else {
      this.state.set({ ...state, status: this.platform.isOnline() ? 'waiting' : 'offline' });
    }
  }

  #drop(): void {
    this.platform.clearTimer(this.#retry);
    this.#link?.stop();
    this.#link = undefined;
    this.subscriptions.lost();
  }
}
