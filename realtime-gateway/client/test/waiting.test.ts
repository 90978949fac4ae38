import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Backoff } from '../src/backoff.js';
import { Desk } from './support/desk.js';
import { newSeed, Page, seeded } from './support/page.js';

const SPANS = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000, 20_000];

describe('The wait before an attempt', () => {
  it('is spread over all of a span that doubles from 0.5 to 20 seconds', () => {
    const random = seeded(newSeed());
    const rounds = 4_000;
    const waits = Array.from({ length: rounds }, () => {
      const backoff = new Backoff(random);
      return SPANS.map(() => backoff.next());
    });
    SPANS.forEach((span, attempt) => {
      const quarters = [0, 0, 0, 0];
      for (const wait of waits) {
        const at = wait[attempt]! / span;
        assert.ok(at >= 0 && at < 1);
        quarters[Math.floor(at * 4)]!++;
      }
      // 1,000 are expected; 5.5 standard deviations are 150.
      quarters.forEach((count) => assert.ok(Math.abs(count - rounds / 4) < 150, `${quarters} within ${span} ms`));
    });
  });

  it('would be found out if it were not spread', () => {
    const backoff = new Backoff(() => 0.999);
    assert.deepEqual(SPANS.map((span) => backoff.next() / span > 0.9), SPANS.map(() => true));
  });

  it('never ends, however often it failed', () => {
    const backoff = new Backoff(() => 0.5);
    for (let attempt = 0; attempt < 5_000; attempt++) {
      assert.ok(backoff.next() <= 10_000);
    }
  });

  it('grows over short connections, and begins anew after 30 seconds of a stable one', async () => {
    const desk = await new Desk(new Page(() => 0.999_999)).open();
    const waited = () => desk.realtime.state.get().retryAt! - desk.page.time;
    const spans: number[] = [];
    for (const lived of [0, 29_000, 29_999, 30_000, 0]) {
      await desk.page.pass(lived);
      desk.page.socket.ends(1006);
      spans.push(Math.round(waited()));
      await desk.page.pass(20_000);
      await desk.open();
    }
    assert.deepEqual(spans, [500, 1_000, 2_000, 500, 1_000]);
  });

  it('ends when the network is back, or the page is looked at', async () => {
    for (const what of ['online', 'awake'] as const) {
      const desk = await new Desk(new Page(() => 0.9)).open();
      desk.page.socket.ends(1006);
      desk.page.tell(what);
      await desk.page.settled();
      assert.deepEqual([desk.status, desk.page.sockets.length], ['connecting', 2]);
    }
  });
});

describe('Without a network', () => {
  it('the state says so, and an attempt is rare', async () => {
    const desk = await new Desk().open();
    desk.page.tell('offline');
    assert.equal(desk.status, 'open', 'a socket that stands may go on');
    desk.page.socket.ends(1006);
    assert.equal(desk.status, 'offline');
    await desk.page.pass(19_999);
    assert.equal(desk.page.sockets.length, 1);
    await desk.page.pass(20_000);
    assert.equal(desk.page.sockets.length, 2);
  });

  it('a wait that began before goes on, and says so', async () => {
    const desk = await new Desk().open();
    desk.page.socket.ends(1006);
    desk.page.tell('offline');
    assert.equal(desk.status, 'offline');
    desk.page.tell('online');
    await desk.open();
    assert.equal(desk.status, 'open');
  });

  it('a gateway that wants to be left alone is, when the network is back', async () => {
    const page = new Page();
    page.answer = () => ({ status: 503, headers: { 'Retry-After': '5' }, body: { code: 'draining' } });
    const desk = new Desk(page);
    await page.settled();
    page.tell('offline');
    assert.equal(desk.status, 'offline');
    page.tell('online');
    assert.equal(desk.status, 'waiting');
    await page.pass(4_999);
    assert.equal(page.tickets.length, 1);
  });
});
