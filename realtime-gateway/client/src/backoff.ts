const LEAST_MS = 500;
const MOST_MS = 20_000;

/** How long to wait before the next attempt: anything from nothing to a span that doubles (full jitter). */
export class Backoff {
  #attempts = 0;

  constructor(private readonly random: () => number) {}

  next(): number {
    return this.random() * Math.min(MOST_MS, LEAST_MS * 2 ** this.#attempts++);
  }

  reset(): void {
    this.#attempts = 0;
  }
}
