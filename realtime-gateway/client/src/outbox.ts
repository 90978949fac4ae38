import type { Platform } from './platform.js';

// Two commands each time keep well below the gateway's 20 a second.
const REST_MS = 110;

/** Calls `flush` soon after something is to be sent, and not too often. */
export class Outbox {
  #resting: unknown;
  #wanted = false;
  #deferred = false;

  constructor(
    private readonly platform: Platform,
    private readonly flush: () => boolean,
  ) {}

  /** What changes until the current task is done goes out together. */
  want(): void {
    this.#wanted = true;
    if (!this.#deferred && this.#resting === undefined) {
      this.#deferred = true;
      this.platform.defer(() => {
        this.#deferred = false;
        if (this.#resting === undefined) {
          this.#run();
        }
      });
    }
  }

  stop(): void {
    this.platform.clearTimer(this.#resting);
    this.#resting = undefined;
    this.#wanted = false;
  }

  #run(): void {
    if (!this.#wanted) {
      return;
    }
    this.#wanted = false;
    if (this.flush()) {
      this.#resting = this.platform.setTimer(() => {
        this.#resting = undefined;
        this.#run();
      }, REST_MS);
    }
  }
}
