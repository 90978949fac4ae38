import type { Platform } from './platform.js';

const ON_TIME_MS = 1_000;
const FROZEN_MS = 90_000;

/**
 * A wait that only counts if the page was awake. A timer that comes late proves nothing: what was waited for may lie
 * unread behind it. So it waits again; twice late is enough if the timers are merely throttled (once a minute, while
 * messages still arrive), and never if the page was frozen.
 */
export class Deadline {
  #timer: unknown;
  #due = 0;
  #doubted = false;

  constructor(
    private readonly platform: Platform,
    private readonly ms: number,
    private readonly expired: () => void,
    private readonly again: () => void = () => {},
  ) {
    this.#arm();
  }

  stop(): void {
    this.platform.clearTimer(this.#timer);
  }

  #arm(): void {
    this.#due = this.platform.now() + this.ms;
    this.#timer = this.platform.setTimer(() => this.#fire(), this.ms);
  }

  #fire(): void {
    const late = this.platform.now() - this.#due;
    if (late > ON_TIME_MS && (!this.#doubted || late > FROZEN_MS)) {
      this.#doubted = true;
      this.again();
      this.#arm();
    } else {
      this.expired();
    }
  }
}
