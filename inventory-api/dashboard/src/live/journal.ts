import type { Message } from '@kucun/realtime';
import { Store } from '../app/store';
import { happenedIn, type Happened } from './events';

/** An event with what tells it from all others, and whether it came while the page was open. */
export type Entry = Happened & { readonly name: string; readonly ts: number; readonly heardAt: number };

const MOST = 200;
const FRESH_MS = 2_500;
const GATHER_MS = 50;

/** What this page has heard, newest first and bounded, and which entities have just changed. Many events are told at once. */
export class Journal {
  readonly entries = new Store<readonly Entry[]>([]);
  readonly fresh = new Store<ReadonlySet<string>>(new Set());
  private readonly until = new Map<string, number>();
  private gathered: Entry[] = [];
  private telling = false;

  readonly hear = (message: Message): void => {
    const now = Date.now();
    const entry = entryOf(message, now);
    if (entry) {
      this.gathered.unshift(entry);
      [entry.data.id, message.key].forEach((id) => id !== undefined && this.until.set(id, now + FRESH_MS));
      this.tell(GATHER_MS);
    }
  };

  /** Puts in what happened before the page listened, or while it could not. */
  recall(messages: readonly Message[]): void {
    const known = new Set(this.entries.get().map(({ name }) => name));
    const more = messages.flatMap((message) => entryOf(message, 0) ?? []).filter(({ name }) => !known.has(name));
    if (more.length > 0) {
      this.entries.set([...this.entries.get(), ...more].sort((one, other) => other.ts - one.ts).slice(0, MOST));
    }
  }

  clear(): void {
    this.entries.set([]);
  }

  private tell(afterMs: number): void {
    if (this.telling) {
      return;
    }
    this.telling = true;
    setTimeout(() => {
      this.telling = false;
      this.entries.set([...this.gathered, ...this.entries.get()].slice(0, MOST));
      this.gathered = [];
      const now = Date.now();
      this.until.forEach((end, id) => end <= now && this.until.delete(id));
      this.fresh.set(new Set(this.until.keys()));
      if (this.until.size > 0) {
        this.tell(FRESH_MS / 10);
      }
    }, afterMs);
  }
}

function entryOf(message: Message, heardAt: number): Entry | undefined {
  const event = happenedIn(message);
  return event && { ...event, name: `${message.channel}@${message.epoch}:${message.offset ?? message.ts}`, ts: message.ts, heardAt };
}
