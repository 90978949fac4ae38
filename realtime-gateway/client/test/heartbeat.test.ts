import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Desk } from './support/desk.js';
import { newSeed, scale, seeded } from './support/page.js';

const PONG = { type: 'pong' };
const QUIET = 37_500;

describe('A connection on which nothing arrives', () => {
  it('is asked after one and a half heartbeats, and lives on when anything comes', async () => {
    const desk = await new Desk().open();
    await desk.page.pass(QUIET - 1);
    assert.deepEqual(desk.page.socket.sent, []);
    await desk.page.pass(1);
    assert.deepEqual(desk.page.socket.sent, [{ type: 'ping' }]);
    await desk.page.pass(9_999);
    desk.page.socket.says(PONG);
    await desk.page.pass(QUIET);
    assert.deepEqual([desk.status, desk.page.socket.commands('ping').length], ['open', 2]);
  });

  it('is given up ten seconds after that', async () => {
    const desk = await new Desk().open();
    await desk.page.pass(QUIET + 9_999);
    assert.equal(desk.status, 'open');
    await desk.page.pass(1);
    assert.deepEqual([desk.status, desk.codes, desk.page.sockets[0]?.closedWith], ['waiting', ['no_answer'], 1000]);
  });

  it('is not asked while events come', async () => {
    const desk = await new Desk().open();
    for (let i = 0; i < 20; i++) {
      await desk.page.pass(20_000);
      desk.page.socket.says({ channel: 'x', data: 1, ts: 1 });
    }
    assert.deepEqual(desk.page.socket.sent, []);
  });

  it('is asked at once when the page is looked at, or the network came or went', async () => {
    for (const what of ['awake', 'online', 'offline'] as const) {
      const desk = await new Desk().open();
      desk.page.tell(what);
      desk.page.tell(what);
      assert.deepEqual(desk.page.socket.sent, [{ type: 'ping' }]);
      await desk.page.pass(10_000);
      assert.deepEqual(desk.codes, ['no_answer']);
    }
  });
});

describe('A page in the background', () => {
  it('whose timers are throttled to one a minute keeps its connection', async () => {
    const desk = await new Desk().open();
    for (let minute = 0; minute < 100; minute++) {
      // The pong came while no timer ran, and was read.
      desk.page.freeze(60_000);
      desk.page.socket.says(PONG);
    }
    assert.deepEqual([desk.status, desk.page.sockets.length, desk.errors], ['open', 1, []]);
  });

  it('whose timers are throttled finds out that its connection is dead', async () => {
    const desk = await new Desk().open();
    for (let minute = 0; minute < 4; minute++) {
      desk.page.freeze(60_000);
    }
    assert.deepEqual(desk.codes, ['no_answer']);
  });

  it('that was frozen goes on: what waited to be read is not held against the gateway', async () => {
    const desk = await new Desk().open();
    for (const ms of [600_000, 12_000, 3_600_000, 86_400_000, 95_000]) {
      // All timers of the freeze fire before the first message is read.
      desk.page.freeze(ms);
      desk.page.freeze(600_000);
      desk.page.freeze(600_000);
      desk.page.tell('awake');
      desk.page.socket.says(PONG);
      await desk.page.pass(1_000);
    }
    assert.deepEqual([desk.status, desk.page.sockets.length, desk.errors], ['open', 1, []]);
  });

  it('that was frozen with a connection that died finds out ten seconds after it woke', async () => {
    const desk = await new Desk().open();
    desk.page.freeze(3_600_000);
    desk.page.tell('awake');
    await desk.page.pass(10_000);
    assert.deepEqual(desk.codes, ['no_answer']);
  });

  it('that was frozen while it connected is not late', async () => {
    const desk = new Desk();
    await desk.page.settled();
    desk.page.freeze(3_600_000);
    await desk.open();
    assert.deepEqual([desk.status, desk.page.sockets.length, desk.errors], ['open', 1, []]);
  });

  it('whose clock is set back or forth keeps its connection', async () => {
    const desk = await new Desk().open();
    for (const jump of [-3_600_000, 7_200_000, -86_400_000, 40_000, 86_400_000]) {
      await desk.page.pass(QUIET);
      desk.page.time += jump;
      desk.page.socket.says(PONG);
      await desk.page.pass(5_000);
    }
    assert.deepEqual([desk.status, desk.page.sockets.length], ['open', 1]);
  });

  it('keeps a connection that answers, whenever its timers run', async () => {
    const random = seeded(newSeed());
    const desk = await new Desk().open();
    for (let i = 0; i < scale(2_000, 20_000); i++) {
      const asked = desk.page.socket.commands('ping').length;
      // Awake, throttled or frozen; a ping that was sent is answered before the next timer that comes in time.
      desk.page.freeze(random() * [5_000, 60_000, 10_000_000][Math.floor(random() * 3)]!);
      if (desk.page.socket.commands('ping').length > asked || random() < 0.5) {
        desk.page.socket.says(PONG);
      }
    }
    assert.deepEqual([desk.status, desk.page.sockets.length, desk.errors], ['open', 1, []]);
  });
});
