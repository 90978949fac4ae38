import type { Message, Position, Positions } from './kucun-realtime.js';
import type { Member } from './member.js';
import type { Platform } from './platform.js';
import { channelOf, positionIn } from './positions.js';
import { Recent } from './recent.js';
import { Topic, type Interest } from './topic.js';

const NAME = /^[\x21-\x7e]{1,200}$/;

/** What is to be subscribed, for whom, and who is told what. */
export class Topics {
  readonly #topics = new Map<string, Topic>();
  readonly #recents = new Map<string, Recent>();

  constructor(
    private readonly platform: Platform,
    private readonly changed: () => void,
  ) {}

  all(): Topic[] {
    return [...this.#topics.values()];
  }

  get(name: string): Topic | undefined {
    return this.#topics.get(name);
  }

  /** The topics of a channel that stand. */
  active(channel: string): Topic[] {
    return this.all().filter((topic) => topic.channel === channel && topic.phase === 'active');
  }

  add(names: readonly string[], member: Member, since: Positions | undefined): () => void {
    const wrong = names.find((name) => !NAME.test(name));
    if (wrong !== undefined) {
      throw new TypeError(`not a channel: ${wrong}`);
    }
    const joined = names.map((name) => this.#join(name, member, since?.[name] ?? since?.[channelOf(name)]));
    this.changed();
    return () => {
      member.leave();
      for (const [topic, interest] of joined) {
        topic.interests.delete(interest);
        this.sweep(topic);
      }
      this.changed();
    };
  }

  #join(name: string, member: Member, since: Position | undefined): [Topic, Interest] {
    const topic = this.#topics.get(name) ?? new Topic(name, this.#recent(channelOf(name)));
    this.#topics.set(name, topic);
    const interest: Interest = { member, since, phase: 'new' };
    topic.interests.add(interest);
    if (topic.phase === 'refused') {
      topic.phase = 'idle';
    } else if (topic.phase === 'active') {
      // Not before the caller has what this returns.
      this.platform.defer(() => {
        if (topic.phase === 'active' && topic.interests.has(interest)) {
          topic.settle(interest);
        }
      });
    }
    return [topic, interest];
  }

  /** Drops a topic that nobody wants, unless the gateway has yet to be told. */
  sweep(topic: Topic): void {
    if (!topic.interests.size && topic.phase !== 'active' && topic.phase !== 'asked') {
      this.drop(topic);
    }
  }

  drop(topic: Topic): void {
    this.#topics.delete(topic.name);
  }

  #recent(channel: string): Recent {
    let recent = this.#recents.get(channel);
    if (!recent) {
      this.#recents.set(channel, (recent = new Recent()));
    }
    return recent;
  }

  /** An event goes to everybody whom one of their topics lets hear it, once. */
  message(message: Message): void {
    const position = positionIn(message);
    if (position) {
      this.#recent(message.channel).add(message);
    }
    const members = new Set<Member>();
    for (const topic of this.active(message.channel)) {
      if (position) {
        topic.advance(position);
      }
      if (topic.covers(message)) {
        topic.interests.forEach(({ member, phase }) => phase === 'live' && members.add(member));
      }
    }
    members.forEach((member) => member.deliver(message));
  }
}
