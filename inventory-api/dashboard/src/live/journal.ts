import type { Message } from '@kucun/realtime';
import { Store } from '../app/store';
import { happenedIn, type Happened } from './events';

/** An event with what tells it from all others, and when it was heard of. */
export type Entry = Happened & { readonly name: string; readonly heardAt: number };

const MOST = 200;
const FRESH_MS = 2_500;

/** What this page has heard, newest first and bounded, and which entities have just changed. */
export class Journal {
  readonly entries = new Store<readonly Entry[]>([]);
  readonly fresh = new Store<ReadonlySet<string>>(new Set());

  readonly hear = (message: Message): void => {
    const event = happenedIn(message);
    if (!event) {
      return;
    }
    const name = `${message.channel}@${message.epoch}:${message.offset ?? message.ts}`;
    const heard = this.entries.get();
    this.entries.set([{ ...event, name, heardAt: Date.now() }, ...heard].slice(0, MOST));
    [event.data.id, message.key].forEach((id) => id !== undefined && this.mark(id));
  };

  clear(): void {
    this.entries.set([]);
  }

  private mark(id: string): void {
    this.fresh.set(new Set([...this.fresh.get(), id]));
    setTimeout(() => {
      const rest = new Set(this.fresh.get());
      rest.delete(id);
      this.fresh.set(rest);
    }, FRESH_MS);
  }
}
