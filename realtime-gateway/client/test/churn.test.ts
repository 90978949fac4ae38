import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message, Position } from '../src/kucun-realtime.js';
import { Desk } from './support/desk.js';
import { Gateway } from './support/gateway.js';
import { newSeed, Page, scale, seeded } from './support/page.js';

const CHANNELS = ['products', 'inventory', 'orders'];
const KEYS = ['a', 'b', 'c', 'd'];
const NAMES = CHANNELS.flatMap((channel) => [channel, ...KEYS.map((key) => `${channel}:${key}`)]);

/** Counts the events of a name, as one who reads the count over HTTP and then listens. */
class Counter {
  readonly counts = new Map<string, { count: number; readTo: number }>();
  errors = 0;
  leave = () => {};

  constructor(
    private readonly gateway: Gateway,
    readonly names: readonly string[],
    readonly since: Record<string, Position> | undefined,
  ) {
    if (since) {
      names.forEach((name) => this.#read(name));
    }
  }

  #read(name: string): void {
    this.counts.set(name, { count: this.gateway.count(name), readTo: this.gateway.head(name.split(':')[0]!)?.offset ?? 0 });
  }

  onResync = (name: string) => this.#read(name);
  onError = () => void this.errors++;
  onMessage = (message: Message) => {
    for (const name of [message.channel, `${message.channel}:${message.key}`]) {
      const counted = this.counts.get(name);
      // What was read contains it already.
      if (this.names.includes(name) && counted && message.offset! > counted.readTo) {
        counted.count++;
      }
    }
  };
}

/** Everything that can happen, in an order that a seed decides. */
class Story {
  readonly page: Page;
  readonly gateway: Gateway;
  readonly desk: Desk;
  readonly counters: Counter[] = [];
  changes = 0;

  constructor(private readonly random: () => number) {
    this.page = new Page(random);
    this.gateway = new Gateway(CHANNELS, this.page.now);
    this.page.onsocket = this.gateway.accept;
    this.desk = new Desk(this.page);
  }

  async step(): Promise<void> {
    const dice = this.random();
    if (dice < 0.25) {
      this.subscribe();
    } else if (dice < 0.45) {
      this.unsubscribe();
    } else if (dice < 0.75) {
      this.gateway.publish(this.#one(CHANNELS), this.#one(KEYS));
    } else if (dice < 0.9) {
      this.gateway.deliver(Math.floor(this.random() * 8));
    } else if (dice < 0.93) {
      this.gateway.tellPositions();
    } else if (dice < 0.97) {
      await this.page.pass(this.random() * 300);
    } else if (dice < 0.98) {
      this.gateway.cut(this.#one([1001, 1006, 4412, 4500, 4503, 4408, 4401]));
    } else if (dice < 0.983) {
      const channel = this.#one(CHANNELS);
      this.gateway.trimmed.set(channel, this.gateway.logs.get(channel)!.length);
    } else {
      await this.page.pass(this.random() * 5_000);
      this.gateway.deliver();
    }
    await this.page.settled();
  }

  subscribe(): void {
    const names = Array.from({ length: 1 + Math.floor(this.random() * 3) }, () => this.#one(NAMES));
    // Some have read the state before, as far as there was any.
    const since = Object.fromEntries(CHANNELS.map((channel) => [channel, this.gateway.head(channel)]));
    const read = this.random() < 0.5 && CHANNELS.every((channel) => since[channel]);
    const counter = new Counter(this.gateway, [...new Set(names)], read ? (since as Record<string, Position>) : undefined);
    counter.leave = this.desk.realtime.subscribe(names, counter);
    this.counters.push(counter);
    this.changes++;
  }

  unsubscribe(): void {
    const [counter] = this.counters.splice(Math.floor(this.random() * this.counters.length), 1);
    if (counter) {
      counter.leave();
      this.changes++;
    }
  }

  async comeToRest(): Promise<void> {
    for (let i = 0; i < 40; i++) {
      this.gateway.deliver();
      await this.page.pass(1_000);
    }
  }

  #one<Thing>(things: readonly Thing[]): Thing {
    return things[Math.floor(this.random() * things.length)]!;
  }

  check(): void {
    const wanted = [...new Set(this.counters.flatMap(({ names }) => names))].sort();
    assert.deepEqual([...this.gateway.names].sort(), wanted);
    for (const counter of this.counters) {
      assert.equal(counter.errors, 0);
      for (const name of counter.names) {
        assert.equal(counter.counts.get(name)?.count, this.gateway.count(name), `${name} of ${counter.names}, read before: ${!!counter.since}`);
      }
    }
  }
}

describe('Whatever comes and goes', () => {
  it('everybody counts every event once, and the gateway is asked for just what is wanted', async () => {
    const seed = newSeed();
    const rounds = scale(10, 2_000);
    let lost = 0;
    for (let round = 0; round < rounds; round++) {
      const story = new Story(seeded(seed + round));
      while (story.changes < 1_000) {
        await story.step();
      }
      await story.comeToRest();
      story.check();
      assert.ok(story.gateway.recoveries.whole > 20);
      lost += story.gateway.recoveries.lost;
      const times = story.gateway.commandTimes;
      times.forEach((time, i) => assert.ok(i < 20 || time - times[i - 20]! >= 1_000, 'at most 20 commands a second'));
      story.desk.realtime.close();
      assert.equal(story.page.timers, 0);
    }
    assert.ok(lost > rounds);
  });

  it('and would not, if one event were swallowed', async () => {
    const story = new Story(seeded(1));
    story.subscribe();
    await story.comeToRest();
    story.check();
    story.gateway.swallow = 1;
    for (const name of story.counters[0]!.names) {
      story.gateway.publish(name.split(':')[0]!, name.split(':')[1] ?? 'a');
    }
    await story.comeToRest();
    assert.throws(() => story.check(), /read before/);
  });
});
