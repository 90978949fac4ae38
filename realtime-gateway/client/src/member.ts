import type { Listener, Message, Position, RealtimeError, ResyncReason } from './kucun-realtime.js';
import { reaches } from './positions.js';
import { failure } from './errors.js';

/** A listener, and how far it has been told. */
export class Member {
  readonly #seen = new Map<string, Position>();
  #left = false;

  constructor(
    readonly listener: Listener,
    private readonly report: (error: RealtimeError) => void,
  ) {}

  /** It is told nothing any more. */
  leave(): void {
    this.#left = true;
  }

  /** It knows everything of one topic up to here; of other topics of the channel perhaps less. */
  knows(channel: string, position: Position): void {
    const seen = this.#seen.get(channel);
    if (!seen || seen.epoch !== position.epoch || seen.offset > position.offset) {
      this.#seen.set(channel, position);
    }
  }

  /** Passes an event on, unless it has had it. */
  deliver(message: Message): void {
    if (message.epoch !== undefined && message.offset !== undefined) {
      const position = { epoch: message.epoch, offset: message.offset };
      if (reaches(this.#seen.get(message.channel), position)) {
        return;
      }
      this.#seen.set(message.channel, position);
    }
    this.#call(() => this.listener.onMessage?.(message));
  }

  resync(name: string, reason: ResyncReason): void {
    this.#call(() => this.listener.onResync?.(name, reason));
  }

  fail(error: RealtimeError): void {
    if (this.listener.onError) {
      this.#call(() => this.listener.onError!(error));
    } else if (!this.#left) {
      this.report(error);
    }
  }

  #call(callback: () => void): void {
    try {
      if (!this.#left) {
        callback();
      }
    } catch (cause) {
      this.report(failure('listener_failed', `A listener threw: ${cause}`, { cause }));
    }
  }
}
