import { failure } from './errors.js';
import type { Control } from './frames.js';
import type { RealtimeError } from './kucun-realtime.js';
import type { Platform } from './platform.js';
import type { Send } from './subscriptions.js';

const ID = 'auth';
const AGAIN_MS = 5_000;

interface Owner {
  token(renew: boolean): Promise<string>;
  trouble(error: RealtimeError): void;
}

/** Renews the token of a connection in place, and keeps trying until the gateway gives up. */
export class Renewal {
  #again: unknown;
  // Answers to what was begun before count for nothing.
  #round = 0;

  constructor(
    private readonly platform: Platform,
    private readonly owner: Owner,
    private readonly send: Send,
    private readonly impossible: (error: RealtimeError) => void,
  ) {}

  async start(): Promise<void> {
    this.stop();
    const round = this.#round;
    try {
      const token = await this.owner.token(true);
      if (round === this.#round) {
        this.send({ type: 'auth', token, id: ID });
      }
    } catch (error) {
      if (round === this.#round) {
        this.#failed(error as RealtimeError);
      }
    }
  }

  done(): void {
    this.stop();
  }

  refused(frame: Control): void {
    if (frame.id === ID) {
      const error = failure(frame.code ?? 'error', frame.message ?? 'The gateway refused the token');
      if (frame.code === 'other_subject') {
        // The page has another user now: what it listens to begins anew.
        this.impossible(error);
      } else {
        this.#failed(error);
      }
    }
  }

  stop(): void {
    this.#round++;
    this.platform.clearTimer(this.#again);
  }

  #failed(error: RealtimeError): void {
    if (error.terminal) {
      this.impossible(error);
    } else {
      this.owner.trouble(error);
      this.#again = this.platform.setTimer(() => this.start(), AGAIN_MS * (1 + this.platform.random()));
    }
  }
}
