import type { Readable } from './kucun-realtime.js';

/** A value and those who watch it. */
export class Store<Value> implements Readable<Value> {
  readonly #watchers = new Set<{ changed: () => void }>();

  constructor(
    private value: Value,
    private readonly report: (error: unknown) => void,
  ) {}

  // Both are passed on as they are, without their object.
  readonly get = (): Value => this.value;

  readonly subscribe = (changed: () => void): (() => void) => {
    const watcher = { changed };
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  set(value: Value): void {
    this.value = value;
    for (const watcher of [...this.#watchers]) {
      try {
        watcher.changed();
      } catch (error) {
        this.report(error);
      }
    }
  }
}
