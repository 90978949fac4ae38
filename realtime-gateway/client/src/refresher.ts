import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';

/**
 * Fetches queries again, each key once at a time. What changes while a fetch is on its way is fetched when that is done:
 * so a stream of events neither starves a slow query nor leaves it with what was there before the last of them.
 */
export class Refresher {
  // True if the key has to be fetched once more.
  readonly #running = new Map<string, boolean>();

  constructor(private readonly client: QueryClient) {}

  refresh(keys: readonly QueryKey[]): void {
    for (const key of keys) {
      const hash = hashKey(key);
      if (this.#running.has(hash)) {
        this.#running.set(hash, true);
      } else {
        void this.#run(key, hash);
      }
    }
  }

  async #run(key: QueryKey, hash: string): Promise<void> {
    do {
      this.#running.set(hash, false);
      // A query that fails says so itself.
      await this.client.invalidateQueries({ queryKey: key }).catch(() => {});
    } while (this.#running.get(hash));
    this.#running.delete(hash);
  }
}
