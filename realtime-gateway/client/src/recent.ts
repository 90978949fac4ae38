import type { Message, Position } from './kucun-realtime.js';

const MOST = 200;

/** The newest events of one channel that came over the socket, for those who join a subscription that stands already. */
export class Recent {
  #events: Message[] = [];
  #evicted = -1;
  #epoch: string | undefined;

  add(event: Message): void {
    if (event.epoch !== this.#epoch) {
      this.#events = [];
      this.#evicted = -1;
      this.#epoch = event.epoch;
    }
    this.#events.push(event);
    if (this.#events.length > MOST) {
      this.#evicted = this.#events.shift()!.offset!;
    }
  }

  /** What came after a position; nothing if some of that is gone. */
  after(position: Position): Message[] | undefined {
    return position.epoch === this.#epoch && position.offset >= this.#evicted
      ? this.#events.filter((event) => event.offset! > position.offset)
      : undefined;
  }
}
