const LEAST_MS = 400;
const MOST_KEPT = 200;

/**
 * How soon the same is read again. A first read goes at once; while events stream in, reads of the
 * same begin so far apart, and each contains everything until it begins.
 */
export class Pace {
  private readonly begun = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  async wait(what: string): Promise<void> {
    const last = this.begun.get(what);
    const pause = last === undefined ? 0 : last + LEAST_MS - this.now();
    this.begun.delete(what);
    this.begun.set(what, this.now() + Math.max(pause, 0));
    const [oldest] = this.begun.keys();
    if (this.begun.size > MOST_KEPT && oldest !== undefined) {
      this.begun.delete(oldest);
    }
    if (pause > 0) {
      await new Promise((done) => setTimeout(done, pause));
    }
  }
}
