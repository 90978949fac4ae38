import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Desk, event, Notes, POSITION } from './support/desk.js';

async function listening(notes: Notes, channels: string | string[] = 'orders', answer: object = POSITION(10)): Promise<Desk> {
  const desk = await new Desk().open();
  desk.realtime.subscribe(channels, notes);
  await desk.answer(answer);
  return desk;
}

const asked = (desk: Desk) => desk.page.socket.commands('subscribe').at(-1).since;

describe('A subscription', () => {
  it('begins with a call to read the state, and what follows continues it', async () => {
    const notes = new Notes();
    const desk = await listening(notes);
    desk.page.socket.says(event('orders', 11));
    assert.deepEqual(notes.all, ['start orders', 'orders@11']);
  });

  it('continues what was read, by the header of the read', async () => {
    const notes = new Notes('products=e1:12, orders=e1:7');
    const desk = await listening(notes, 'orders', { ...POSITION(7), recovered: true });
    assert.deepEqual(asked(desk), { orders: POSITION(7) });
    desk.page.socket.says(event('orders', 8));
    assert.deepEqual(notes.all, ['orders@8']);
  });

  it('tells of what was missed since the read', async () => {
    const notes = new Notes({ orders: POSITION(7) });
    await listening(notes, 'orders', { ...POSITION(99), recovered: false });
    assert.deepEqual(notes.all, ['lost orders']);
  });

  it('takes the position of its channel for an entity, or one of its own', async () => {
    const notes = new Notes({ inventory: POSITION(5), 'inventory:43': POSITION(6) });
    const desk = await listening(notes, ['inventory:42', 'inventory:43'], { ...POSITION(5), recovered: true });
    assert.deepEqual(asked(desk), { 'inventory:42': POSITION(5), 'inventory:43': POSITION(6) });
  });

  it('misses nothing of an entity that was read before another', async () => {
    for (const names of [['inventory:42', 'inventory:43'], ['inventory:43', 'inventory:42']]) {
      const since = { 'inventory:42': POSITION(5), 'inventory:43': POSITION(8) };
      const notes = new Notes(since);
      const desk = await new Desk().open();
      desk.realtime.subscribe(names, notes);
      await desk.answer(Object.fromEntries(Object.entries(since).map(([name, position]) => [name, { ...position, recovered: true }])), true);
      desk.page.socket.says(event('inventory', 6, '42'));
      desk.page.socket.says(event('inventory', 9, '43'));
      assert.deepEqual(notes.all, ['inventory@6', 'inventory@9']);
    }
  });

  it('refuses what is no position and no channel, at once', async () => {
    const desk = await new Desk().open();
    for (const since of ['', 'orders', 'orders=e1', 'orders=e1:x', 'orders=e1:1;products=e1:2']) {
      assert.throws(() => desk.realtime.subscribe('orders', new Notes(since)), TypeError);
    }
    for (const name of ['', 'a b', 'é', 'x'.repeat(201)]) {
      assert.throws(() => desk.realtime.subscribe(name, new Notes()), TypeError);
    }
    await desk.page.settled();
    assert.deepEqual(desk.page.socket.sent, []);
  });
});

describe('After a connection was lost', () => {
  it('a channel is resumed behind its last event', async () => {
    const notes = new Notes();
    const desk = await listening(notes);
    desk.page.socket.says(event('orders', 11));
    desk.page.socket.says(event('orders', 12));
    await desk.comeBack();
    assert.deepEqual(asked(desk), { orders: POSITION(12) });
    await desk.answer({ ...POSITION(12), recovered: true });
    desk.page.socket.says(event('orders', 13));
    assert.deepEqual(notes.all, ['start orders', 'orders@11', 'orders@12', 'orders@13']);
  });

  it('a quiet one is resumed behind the position that it was told last', async () => {
    const notes = new Notes();
    const desk = await listening(notes, ['orders', 'products']);
    desk.page.socket.says({ type: 'position', positions: { orders: POSITION(500), other: POSITION(1) } });
    desk.page.socket.says({ type: 'position', positions: { orders: POSITION(400) } });
    await desk.comeBack();
    assert.deepEqual(asked(desk), { orders: POSITION(500), products: POSITION(10) });
  });

  it('that was missed for good, the state is to be read', async () => {
    const notes = new Notes();
    const desk = await listening(notes);
    await desk.comeBack();
    await desk.answer({ ...POSITION(9_000), recovered: false });
    desk.page.socket.says(event('orders', 9_001));
    assert.deepEqual(notes.all, ['start orders', 'lost orders', 'orders@9001']);
    await desk.comeBack();
    assert.deepEqual(asked(desk), { orders: POSITION(9_001) });
  });

  it('while nothing was ever published, only what can have been missed is', async () => {
    const notes = new Notes();
    const desk = await listening(notes, 'orders', {});
    await desk.comeBack();
    await desk.answer({});
    assert.deepEqual(notes.all, ['start orders']);
    await desk.comeBack();
    await desk.answer(POSITION(1));
    assert.deepEqual(notes.all, ['start orders', 'lost orders']);
  });

  it('what was asked for and not answered is asked for again, from where it was to begin', async () => {
    const notes = new Notes({ orders: POSITION(7) });
    const desk = await new Desk().open();
    desk.realtime.subscribe('orders', notes);
    await desk.comeBack();
    assert.deepEqual(asked(desk), { orders: POSITION(7) });
    await desk.answer({ ...POSITION(7), recovered: true });
    assert.deepEqual(notes.all, []);
  });

  it('an event that came before is not told twice', async () => {
    const notes = new Notes();
    const desk = await listening(notes, ['orders', 'orders:k']);
    for (const offset of [11, 12, 11, 12, 13]) {
      desk.page.socket.says(event('orders', offset));
    }
    desk.page.socket.says({ channel: 'orders', data: 'live only', ts: 1 });
    assert.deepEqual(notes.all.slice(2), ['orders@11', 'orders@12', 'orders@13', 'orders@undefined']);
  });
});

describe('A resync', () => {
  it('is for everybody on the channel, and what follows continues behind it', async () => {
    const notes = new Notes();
    const desk = await listening(notes, ['orders', 'orders:k', 'products']);
    desk.page.socket.says({ type: 'resync', channel: 'orders', epoch: 'e2', offset: 3 });
    desk.page.socket.says(event('orders', 4, 'k', 'e2'));
    assert.deepEqual(notes.all.slice(3), ['lost orders', 'lost orders:k', 'orders@4']);
    await desk.comeBack();
    assert.deepEqual(asked(desk), { orders: POSITION(4, 'e2'), 'orders:k': POSITION(4, 'e2'), products: POSITION(10) });
  });

  it('may end a subscription from within, and is told to nobody who has left', async () => {
    const desk = await new Desk().open();
    const told: string[] = [];
    let leaveSecond = () => {};
    const leaveFirst = desk.realtime.subscribe('orders', {
      onResync: (_, reason) => {
        told.push(`first ${reason}`);
        leaveSecond();
        leaveFirst();
      },
    });
    leaveSecond = desk.realtime.subscribe('orders', { onResync: () => told.push('second') });
    await desk.answer();
    desk.page.socket.says({ type: 'resync', channel: 'orders', ...POSITION(11) });
    await desk.page.pass(1_000);
    assert.deepEqual(told, ['first start']);
    assert.deepEqual(desk.page.socket.commands('unsubscribe'), [{ type: 'unsubscribe', channels: ['orders'] }]);
  });
});
