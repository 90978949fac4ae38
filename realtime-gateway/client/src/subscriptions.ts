import { failure } from './errors.js';
import type { ChannelAnswer, Control } from './frames.js';
import type { Position } from './kucun-realtime.js';
import { Outbox } from './outbox.js';
import type { Platform } from './platform.js';
import { positionIn } from './positions.js';
import type { Topic } from './topic.js';
import { Topics } from './topics.js';

// A command may have 16 KiB: 32 names, twice each, with positions.
const NAMES_A_COMMAND = 32;

/** Sends a command. */
export type Send = (command: object) => void;

/** Brings what the gateway has subscribed after what is wanted, in few commands. */
export class Subscriptions {
  readonly topics: Topics;
  readonly #asked = new Map<unknown, Topic[]>();
  readonly #outbox: Outbox;
  #send: Send | undefined;
  // While the token is expired, the gateway refuses subscriptions.
  #held = false;
  #lastId = 0;

  constructor(platform: Platform) {
    this.#outbox = new Outbox(platform, () => this.#flush());
    this.topics = new Topics(platform, () => this.#outbox.want());
  }

  /** A connection is open: everything is subscribed on it. */
  opened(send: Send): void {
    this.#send = send;
    this.#held = false;
    this.#outbox.want();
  }

  /** The connection is gone. */
  lost(): void {
    this.#send = undefined;
    this.#asked.clear();
    this.#outbox.stop();
    for (const topic of this.topics.all()) {
      topic.lapse('idle');
      this.topics.sweep(topic);
    }
  }

  /** Nothing is resumed: everybody is to read the state again. */
  forget(): void {
    for (const topic of this.topics.all()) {
      topic.position = undefined;
    }
  }

  subscribed(frame: Control): void {
    const answers = frame.channels as Readonly<Record<string, ChannelAnswer>>;
    for (const topic of this.#answered(frame) ?? []) {
      const answer = answers[topic.name] ?? { error: 'no_answer' };
      if (answer.error === undefined) {
        topic.activate({ position: positionIn(answer), recovered: answer.recovered === true });
      } else {
        this.#refuse(topic, answer.error, 'The gateway does not subscribe');
      }
    }
    this.#outbox.want();
  }

  /** A renewed token does not allow some channels any more. */
  unsubscribed(frame: Control): void {
    if (frame.reason === 'forbidden') {
      for (const name of frame.channels as readonly string[]) {
        const topic = this.topics.get(name);
        if (topic) {
          topic.position = undefined;
          this.#refuse(topic, 'forbidden', 'The new token does not allow');
        }
      }
    }
  }

  /** A command was refused; false if it was none of these. */
  refused(frame: Control): boolean {
    const topics = this.#answered(frame);
    for (const topic of topics ?? []) {
      if (frame.code === 'token_expired') {
        this.#held = true;
        topic.phase = 'idle';
      } else {
        this.#refuse(topic, frame.code ?? 'error', frame.message ?? 'The gateway refused');
      }
    }
    return topics !== undefined;
  }

  /** The token is good again. */
  authenticated(): void {
    this.#held = false;
    this.#outbox.want();
  }

  resync(frame: Control): void {
    this.topics.active(frame.channel!).forEach((topic) => topic.resync(positionIn(frame)));
  }

  positions(frame: Control): void {
    for (const [channel, at] of Object.entries(frame.positions ?? {})) {
      const position = positionIn(at);
      if (position) {
        this.topics.active(channel).forEach((topic) => topic.advance(position));
      }
    }
  }

  #answered(frame: Control): Topic[] | undefined {
    const topics = this.#asked.get(frame.id);
    this.#asked.delete(frame.id);
    return topics;
  }

  #refuse(topic: Topic, code: string, message: string): void {
    topic.lapse(code === 'too_many_channels' ? 'full' : 'refused');
    const error = failure(code, `${message}: ${topic.name}`, { channel: topic.name });
    for (const { member } of [...topic.interests]) {
      member.fail(error);
    }
    this.topics.sweep(topic);
  }

  #flush(): boolean {
    if (!this.#send) {
      return false;
    }
    const gone = this.#unsubscribe(this.#send);
    const idle = this.#held ? [] : this.topics.all().filter((topic) => topic.interests.size && topic.phase === 'idle');
    const next = idle.slice(0, NAMES_A_COMMAND);
    if (next.length) {
      this.#subscribe(next, this.#send);
    }
    if (idle.length > next.length || gone === NAMES_A_COMMAND) {
      this.#outbox.want();
    }
    return gone + next.length > 0;
  }

  #unsubscribe(send: Send): number {
    const unwanted = this.topics.all().filter((topic) => !topic.interests.size && topic.phase === 'active');
    const gone = unwanted.slice(0, NAMES_A_COMMAND);
    if (gone.length) {
      send({ type: 'unsubscribe', channels: gone.map((topic) => topic.name) });
      gone.forEach((topic) => this.topics.drop(topic));
      const full = this.topics.all().filter((topic) => topic.phase === 'full');
      full.slice(0, gone.length).forEach((topic) => (topic.phase = 'idle'));
    }
    return gone.length;
  }

  #subscribe(topics: Topic[], send: Send): void {
    const since: Record<string, Position> = {};
    for (const topic of topics) {
      topic.phase = 'asked';
      const position = topic.since();
      if (position) {
        since[topic.name] = position;
      }
    }
    const id = ++this.#lastId;
    this.#asked.set(id, topics);
    const channels = topics.map((topic) => topic.name);
    send({ type: 'subscribe', channels, ...(Object.keys(since).length && { since }), id });
  }
}
