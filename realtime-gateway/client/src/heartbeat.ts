import { Deadline } from './deadline.js';
import type { Platform } from './platform.js';

const ANSWER_MS = 10_000;

/** Finds out that nobody is there: asks when it has been quiet, and waits for anything to arrive. */
export class Heartbeat {
  #quiet: unknown;
  #answer: Deadline | undefined;
  #heard = false;

  constructor(
    private readonly platform: Platform,
    private readonly quietMs: number,
    private readonly ping: () => void,
    private readonly dead: () => void,
  ) {
    this.#listen();
  }

  heard(): void {
    this.#heard = true;
    if (this.#answer) {
      this.#answer.stop();
      this.#answer = undefined;
      this.#listen();
    }
  }

  /** Asks at once, if it is not asking already. */
  probe(): void {
    if (!this.#answer) {
      this.platform.clearTimer(this.#quiet);
      this.#ask();
    }
  }

  stop(): void {
    this.platform.clearTimer(this.#quiet);
    this.#answer?.stop();
  }

  #listen(): void {
    this.#heard = false;
    this.#quiet = this.platform.setTimer(() => (this.#heard ? this.#listen() : this.#ask()), this.quietMs);
  }

  #ask(): void {
    this.#answer = new Deadline(this.platform, ANSWER_MS, this.dead, this.ping);
    this.ping();
  }
}
