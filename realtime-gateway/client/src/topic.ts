import type { Message, Position } from './kucun-realtime.js';
import type { Member } from './member.js';
import { channelOf, reaches } from './positions.js';
import type { Recent } from './recent.js';

/** One member's part in a topic. */
export interface Interest {
  readonly member: Member;
  /** What it had read before it joined. */
  readonly since: Position | undefined;
  /** `new` until it was told where it begins, `lapsed` while the topic is not subscribed. */
  phase: 'new' | 'live' | 'lapsed';
}

/** What the gateway says of one channel of a subscription. */
export interface Subscribed {
  readonly position: Position | undefined;
  readonly recovered: boolean;
}

/** One name that is to be subscribed, for any number of members. */
export class Topic {
  readonly channel: string;
  readonly interests = new Set<Interest>();
  /** `refused` is not asked for again on this connection, `full` when another has gone. */
  phase: 'idle' | 'asked' | 'active' | 'refused' | 'full' = 'idle';
  /** Up to here everything has arrived. */
  position: Position | undefined;
  // From here on, of the same epoch, everything has arrived.
  #from = 0;

  constructor(
    readonly name: string,
    private readonly recent: Recent,
  ) {
    this.channel = channelOf(name);
  }

  /** What to resume behind: where this topic is, or else the earliest that a member has read. */
  since(): Position | undefined {
    let least = this.position;
    if (!least) {
      for (const { phase, since } of this.interests) {
        if (phase === 'new' && since && (!least || (since.epoch === least.epoch && since.offset < least.offset))) {
          least = since;
        }
      }
    }
    return least;
  }

  /** The subscription stands. */
  activate(answer: Subscribed): void {
    const before = this.position;
    const whole = before ? answer.recovered : !answer.position;
    this.phase = 'active';
    this.#begin(answer.position, answer.recovered && before !== undefined);
    for (const interest of [...this.interests]) {
      if (interest.phase === 'new') {
        this.settle(interest);
      } else {
        interest.phase = 'live';
        if (!whole) {
          interest.member.resync(this.name, 'lost');
        }
      }
    }
  }

  /** Something was missed; what follows continues behind this position. */
  resync(position: Position | undefined): void {
    this.#begin(position, false);
    for (const interest of [...this.interests]) {
      if (interest.phase === 'live') {
        interest.member.resync(this.name, 'lost');
      }
    }
  }

  /** The subscription stands no more. */
  lapse(phase: 'idle' | 'refused' | 'full'): void {
    this.phase = phase;
    for (const interest of this.interests) {
      if (interest.phase === 'live') {
        interest.phase = 'lapsed';
      }
    }
  }

  /** Everything of the channel has arrived up to here. */
  advance(position: Position): void {
    if (this.phase === 'active' && !reaches(this.position, position)) {
      if (this.position?.epoch !== position.epoch) {
        this.#from = position.offset;
      }
      this.position = position;
    }
  }

  /** Gives a new member what it is behind, or tells it to read the state. */
  settle(interest: Interest): void {
    const { member, since } = interest;
    interest.phase = 'live';
    const missed = since && this.#after(since);
    if (since && missed) {
      member.knows(this.channel, since);
      missed.forEach((message) => member.deliver(message));
    } else {
      member.resync(this.name, since ? 'lost' : 'start');
    }
  }

  covers(message: Message): boolean {
    return this.name === this.channel || this.name === `${this.channel}:${message.key}`;
  }

  #begin(position: Position | undefined, goesOn: boolean): void {
    if (position && !(goesOn && this.position?.epoch === position.epoch)) {
      this.#from = position.offset;
    }
    this.position = position;
  }

  #after(since: Position): Message[] | undefined {
    if (since.epoch !== this.position?.epoch) {
      return undefined;
    }
    if (since.offset >= this.position.offset) {
      return [];
    }
    const missed = since.offset >= this.#from ? this.recent.after(since) : undefined;
    return missed?.filter((message) => this.covers(message));
  }
}
