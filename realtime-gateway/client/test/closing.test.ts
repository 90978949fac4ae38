import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Desk, Notes, POSITION } from './support/desk.js';

const COMES_BACK: Array<[code: number, error: string]> = [
  [1001, 'connection_lost'],
  [1006, 'connection_lost'],
  [1011, 'connection_lost'],
  [4401, 'token_expired'],
  [4408, 'too_slow'],
  [4412, 'no_pong'],
  [4429, 'too_many_commands'],
  [4500, 'internal'],
  [4503, 'draining'],
];
const TERMINAL: Array<[code: number, error: string]> = [
  [4400, 'bad_request'],
  [4403, 'forbidden'],
  [4413, 'too_big'],
];

describe('A socket that is closed', () => {
  for (const [code, error] of COMES_BACK) {
    it(`with ${code} comes back`, async () => {
      const desk = await new Desk().open();
      desk.page.socket.ends(code);
      assert.equal(desk.status, 'waiting');
      assert.equal(desk.realtime.state.get().error?.closeCode, code);
      assert.deepEqual(desk.codes, [error]);
      await desk.page.pass(20_000);
      assert.equal(desk.page.sockets.length, 2);
      await desk.open();
      assert.deepEqual(desk.realtime.state.get(), { status: 'open', degraded: false });
    });
  }

  for (const [code, error] of TERMINAL) {
    it(`with ${code} does not, before it is asked to`, async () => {
      const desk = await new Desk().open();
      desk.page.socket.ends(code);
      assert.equal(desk.status, 'closed');
      assert.equal(desk.realtime.state.get().error?.terminal, true);
      assert.deepEqual(desk.codes, [error]);
      await desk.page.pass(3_600_000);
      desk.page.tell('online');
      desk.page.tell('awake');
      await desk.page.pass(3_600_000);
      assert.equal(desk.page.sockets.length, 1);
      assert.equal(desk.page.timers, 0);
      desk.realtime.reconnect();
      await desk.open();
      assert.equal(desk.status, 'open');
    });
  }

  it('with 4401 asks for a new token, a second later', async () => {
    const desk = await new Desk().open();
    desk.page.socket.ends(4401);
    desk.page.tell('awake');
    await desk.page.pass(999);
    assert.deepEqual(desk.renewals, [false]);
    await desk.page.pass(20_000);
    assert.deepEqual(desk.renewals, [false, true]);
    await desk.comeBack(1006);
    assert.deepEqual(desk.renewals, [false, true, true]);
    await desk.comeBack(1006);
    assert.equal(desk.renewals.at(-1), false);
  });

  it('with 4429 is left alone for five seconds', async () => {
    const desk = await new Desk().open();
    desk.page.socket.ends(4429);
    await desk.page.pass(4_999);
    assert.equal(desk.page.sockets.length, 1);
    await desk.page.pass(1_000);
    assert.equal(desk.page.sockets.length, 2);
  });

  it('with 4408 resumes nothing, and everybody reads the state again', async () => {
    const desk = await new Desk().open();
    const notes = new Notes({ orders: POSITION(10) });
    desk.realtime.subscribe('orders', notes);
    await desk.answer({ ...POSITION(10), recovered: true });
    await desk.comeBack(4408);
    assert.equal(desk.page.socket.commands('subscribe')[0].since, undefined);
    await desk.answer(POSITION(99));
    assert.deepEqual(notes.all, ['lost orders']);
  });

  it('says nothing more: a late frame or a second end is nobody\'s', async () => {
    const desk = await new Desk().open();
    const notes = new Notes();
    desk.realtime.subscribe('orders', notes);
    await desk.answer(POSITION(10));
    const old = desk.page.socket;
    const { onmessage, onclose } = old;
    old.ends(1006);
    onmessage?.({ data: '{"channel":"orders","data":{},"ts":1}' });
    onclose?.({ code: 1006, reason: '' });
    assert.deepEqual(notes.all, ['start orders']);
    assert.deepEqual(desk.codes, ['connection_lost']);
  });
});

describe('A gateway that stops', () => {
  it('is left after the delay that it names, and another takes over where it ended', async () => {
    const desk = await new Desk().open();
    const notes = new Notes();
    desk.realtime.subscribe('orders', notes);
    await desk.answer(POSITION(10));
    const first = desk.page.socket;
    first.says({ type: 'reconnect', afterMs: 1200 });
    await desk.page.pass(1_199);
    first.says({ channel: 'orders', data: {}, ts: 1, epoch: 'e1', offset: 11 });
    assert.equal(desk.page.sockets.length, 1);
    await desk.page.pass(1);
    assert.equal(first.closedWith, 1000);
    assert.equal(desk.page.sockets.length, 2);
    await desk.open();
    assert.deepEqual(desk.page.socket.commands('subscribe')[0].since, { orders: POSITION(11) });
    await desk.answer({ ...POSITION(11), recovered: true });
    desk.page.socket.says({ channel: 'orders', data: {}, ts: 1, epoch: 'e1', offset: 12 });
    assert.deepEqual(notes.all, ['start orders', 'orders@11', 'orders@12']);
    assert.deepEqual(desk.errors, []);
  });
});
