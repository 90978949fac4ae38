import { Deadline } from './deadline.js';
import { closed, failure } from './errors.js';
import { isControl, readFrame, type Control, type Frame } from './frames.js';
import { Heartbeat } from './heartbeat.js';
import type { RealtimeError } from './kucun-realtime.js';
import type { Platform, Socket } from './platform.js';
import { Renewal } from './renewal.js';
import { requestTicket } from './ticket.js';

const OPENING_MS = 30_000;
const HEARTBEAT_MS = 25_000;
// The gateway says something each heartbeat to whoever has subscribed.
const QUIET_HEARTBEATS = 1.5;

/** What a link tells its owner. After `down` it tells nothing more. */
export interface LinkOwner {
  /** The user's token. */
  token(renew: boolean): Promise<string>;
  up(): void;
  frame(frame: Frame): void;
  /** Something is wrong, and the link stands. */
  trouble(error: RealtimeError): void;
  /** The link is gone; without an error, the gateway asked for it. */
  down(error?: RealtimeError): void;
}

/** One connection, from its token to its end. */
export class Link {
  readonly #abort = new AbortController();
  #socket: Socket | undefined;
  #opening: Deadline | undefined;
  #heartbeat: Heartbeat | undefined;
  #leaving: unknown;
  readonly #renewal: Renewal;

  constructor(
    private readonly platform: Platform,
    private readonly url: string,
    private readonly owner: LinkOwner,
  ) {
    this.#renewal = new Renewal(platform, owner, (command) => this.send(command), (error) => this.#end(error));
  }

  /** @param renew true if the token that was used last is not good any more */
  async open(renew: boolean): Promise<void> {
    this.#opening = new Deadline(this.platform, OPENING_MS, () =>
      this.#end(failure('unreachable', `No connection within ${OPENING_MS / 1000} s`)),
    );
    const { signal } = this.#abort;
    try {
      const token = await this.owner.token(renew);
      signal.throwIfAborted();
      const ticket = await requestTicket(this.platform, this.url, token, signal);
      signal.throwIfAborted();
      this.#socket = this.platform.openSocket(`${this.url.replace(/^http/, 'ws')}/ws?ticket=${encodeURIComponent(ticket)}`);
      this.#socket.onmessage = (event) => this.#message(event.data);
      this.#socket.onclose = (event) => this.#end(closed(event.code, event.reason));
    } catch (error) {
      this.#end(error as RealtimeError);
    }
  }

  send(command: object): void {
    this.#socket?.send(JSON.stringify(command));
  }

  /** Finds out soon whether the other side is there. */
  probe(): void {
    this.#heartbeat?.probe();
  }

  /** Ends it without a word to the owner. */
  stop(): void {
    this.#abort.abort();
    this.platform.clearTimer(this.#leaving);
    this.#opening?.stop();
    this.#heartbeat?.stop();
    this.#renewal.stop();
    if (this.#socket) {
      this.#socket.onmessage = this.#socket.onclose = null;
      this.#socket.close(1000);
    }
  }

  #end(error?: RealtimeError): void {
    if (!this.#abort.signal.aborted) {
      this.stop();
      this.owner.down(error);
    }
  }

  #message(data: unknown): void {
    this.#heartbeat?.heard();
    try {
      const frame = readFrame(data);
      if (isControl(frame)) {
        this.#control(frame);
      }
      this.owner.frame(frame);
    } catch (cause) {
      this.owner.trouble(failure('malformed_frame', `The gateway sent what cannot be read: ${cause}`, { cause }));
    }
  }

  #control(frame: Control): void {
    switch (frame.type) {
      case 'welcome':
        this.#welcome(frame);
        break;
      case 'auth_expiring':
        this.#renewal.start();
        break;
      case 'authenticated':
        this.#renewal.done();
        break;
      case 'error':
        this.#renewal.refused(frame);
        break;
      case 'reconnect':
        this.platform.clearTimer(this.#leaving);
        this.#leaving = this.platform.setTimer(() => this.#end(), frame.afterMs ?? 0);
        break;
    }
  }

  #welcome(frame: Control): void {
    this.#opening?.stop();
    this.#heartbeat?.stop();
    const quietMs = (frame.heartbeatMs ?? HEARTBEAT_MS) * QUIET_HEARTBEATS;
    const dead = () => this.#end(failure('no_answer', 'The gateway does not answer'));
    this.#heartbeat = new Heartbeat(this.platform, quietMs, () => this.send({ type: 'ping' }), dead);
    this.owner.up();
  }
}
