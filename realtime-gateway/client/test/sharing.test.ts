import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Desk, event, Notes, POSITION } from './support/desk.js';

async function listening(...notes: Notes[]): Promise<Desk> {
  const desk = await new Desk().open();
  notes.forEach((each) => desk.realtime.subscribe('orders', each));
  await desk.answer(POSITION(10));
  return desk;
}

describe('Subscribers of one channel', () => {
  it('cost one subscription, and the last to leave ends it', async () => {
    const desk = await new Desk().open();
    const leave = [1, 2, 3].map(() => desk.realtime.subscribe('orders', new Notes()));
    await desk.answer();
    leave[0]!();
    leave[0]!();
    leave[1]!();
    await desk.page.pass(1_000);
    assert.equal(desk.page.socket.sent.length, 1);
    leave[2]!();
    await desk.page.pass(1_000);
    assert.deepEqual(desk.page.socket.sent[1], { type: 'unsubscribe', channels: ['orders'] });
  });

  it('who come and go at once cost nothing', async () => {
    const desk = await listening(new Notes());
    desk.realtime.subscribe('orders', new Notes())();
    desk.realtime.subscribe('products', new Notes())();
    await desk.page.pass(1_000);
    assert.equal(desk.page.socket.sent.length, 1);
  });

  it('however often they come and go, cost at most 20 commands a second, and long lists are cut', async () => {
    const desk = await new Desk().open();
    const times: number[] = [];
    desk.page.socket.onsent = () => times.push(desk.page.time);
    desk.realtime.subscribe(Array.from({ length: 70 }, (_, i) => `orders:${i}`), new Notes());
    await desk.page.pass(1_000);
    assert.deepEqual(desk.page.socket.commands('subscribe').map(({ channels }) => channels.length), [32, 32, 6]);
    for (let i = 0; i < 300; i++) {
      desk.realtime.subscribe(`products:${i}`, new Notes());
      await desk.page.pass(10);
    }
    await desk.page.pass(1_000);
    times.forEach((time, i) => assert.ok(i < 20 || time - times[i - 20]! >= 1_000));
    assert.equal(desk.page.socket.commands('subscribe').flatMap(({ channels }) => channels).length, 370);
  });

  it('who leave before the answer leave nothing behind', async () => {
    const desk = await new Desk().open();
    const notes = new Notes();
    const leave = desk.realtime.subscribe('orders', notes);
    await desk.page.settled();
    leave();
    await desk.answer();
    await desk.page.pass(1_000);
    assert.deepEqual(desk.page.socket.sent.map(({ type }) => type), ['subscribe', 'unsubscribe']);
    assert.deepEqual(notes.all, []);
  });

  it('and of an entity of it hear an event once each', async () => {
    const [whole, one, both, other] = [new Notes(), new Notes(), new Notes(), new Notes()];
    const desk = await new Desk().open();
    desk.realtime.subscribe('orders', whole!);
    desk.realtime.subscribe('orders:k', one!);
    desk.realtime.subscribe(['orders', 'orders:k', 'orders'], both!);
    desk.realtime.subscribe('orders:other', other!);
    await desk.answer();
    desk.page.socket.says(event('orders', 11, 'k'));
    const heard = [whole, one, both, other].map((notes) => notes!.all.filter((what) => what === 'orders@11').length);
    assert.deepEqual(heard, [1, 1, 1, 0]);
  });

  it('do not suffer from one that throws', async () => {
    const notes = new Notes();
    const desk = await new Desk().open();
    desk.realtime.subscribe('orders', () => {
      throw new Error('mine');
    });
    desk.realtime.subscribe('orders', notes);
    await desk.answer();
    desk.page.socket.says(event('orders', 11));
    assert.deepEqual(notes.all, ['start orders', 'orders@11']);
    assert.deepEqual([desk.codes, (desk.errors[0]?.cause as Error).message], [['listener_failed'], 'mine']);
  });
});

describe('Who joins a subscription that stands', () => {
  async function join(desk: Desk, since?: Notes['since']): Promise<string[]> {
    const notes = new Notes(since);
    desk.realtime.subscribe('orders', notes);
    assert.deepEqual(notes.all, [], 'nothing is told before subscribe has returned');
    await desk.page.settled();
    assert.equal(desk.page.socket.commands('subscribe').length, 1);
    return notes.all;
  }

  it('reads the state first', async () => {
    assert.deepEqual(await join(await listening(new Notes())), ['start orders']);
  });

  it('is given what came since its read', async () => {
    const desk = await listening(new Notes());
    [11, 12, 13].forEach((offset) => desk.page.socket.says(event('orders', offset)));
    assert.deepEqual(await join(desk, { orders: POSITION(11) }), ['orders@12', 'orders@13']);
    assert.deepEqual(await join(desk, { orders: POSITION(10) }), ['orders@11', 'orders@12', 'orders@13']);
    assert.deepEqual(await join(desk, { orders: POSITION(13) }), []);
  });

  it('is not told what its read contained already', async () => {
    const desk = await listening(new Notes());
    const notes = await join(desk, { orders: POSITION(12) });
    [11, 12, 13].forEach((offset) => desk.page.socket.says(event('orders', offset)));
    assert.deepEqual(notes, ['orders@13']);
  });

  it('reads again what lies before the subscription, or in another epoch', async () => {
    const desk = await listening(new Notes());
    desk.page.socket.says(event('orders', 11));
    assert.deepEqual(await join(desk, { orders: POSITION(9) }), ['lost orders']);
    assert.deepEqual(await join(desk, { orders: POSITION(11, 'e0') }), ['lost orders']);
  });

  it('is given up to 200 events, and reads again what is further back', async () => {
    const desk = await listening(new Notes());
    for (let offset = 11; offset <= 211; offset++) {
      desk.page.socket.says(event('orders', offset));
    }
    assert.equal((await join(desk, { orders: POSITION(11) })).length, 200);
    assert.deepEqual(await join(desk, { orders: POSITION(10) }), ['lost orders']);
  });

  it('by an entity is not given what was not listened to', async () => {
    const desk = await new Desk().open();
    desk.realtime.subscribe('orders:a', new Notes());
    await desk.answer(POSITION(10));
    desk.page.socket.says(event('orders', 11, 'a'));
    const late = new Notes({ orders: POSITION(10) });
    desk.realtime.subscribe('orders:b', late);
    await desk.answer({ ...POSITION(11), recovered: false });
    assert.deepEqual(late.all, ['lost orders:b']);
  });

  it('while it is asked for is settled with the first', async () => {
    const [early, late] = [new Notes({ orders: POSITION(8) }), new Notes({ orders: POSITION(5) })];
    const desk = await new Desk().open();
    desk.realtime.subscribe('orders', early);
    await desk.page.settled();
    desk.realtime.subscribe('orders', late);
    await desk.answer({ ...POSITION(8), recovered: true });
    desk.page.socket.says(event('orders', 9));
    assert.deepEqual([early.all, late.all], [['orders@9'], ['lost orders', 'orders@9']]);
  });
});

describe('A channel that is refused', () => {
  it('is told to its listeners, and the others go on', async () => {
    const [wrong, right] = [new Notes(), new Notes()];
    const desk = await new Desk().open();
    desk.realtime.subscribe('nope', wrong);
    desk.realtime.subscribe('nope', () => {});
    desk.realtime.subscribe('orders', right);
    await desk.answer({ nope: { error: 'unknown_channel' }, orders: POSITION(1) }, true);
    assert.deepEqual(wrong.errors.map(({ code, channel }) => [code, channel]), [['unknown_channel', 'nope']]);
    assert.deepEqual(desk.errors.map(({ code, channel }) => [code, channel]), [['unknown_channel', 'nope']]);
    assert.deepEqual([desk.status, right.all], ['open', ['start orders']]);
  });

  it('is asked for again by the next who wants it, and on the next connection', async () => {
    const notes = new Notes();
    const desk = await new Desk().open();
    desk.realtime.subscribe('orders', notes);
    await desk.answer({ error: 'forbidden' });
    await desk.page.pass(60_000);
    assert.equal(desk.page.socket.commands('subscribe').length, 1);
    desk.realtime.subscribe('orders', notes);
    await desk.answer({ error: 'forbidden' });
    assert.equal(notes.errors.length, 3);
    await desk.comeBack();
    await desk.answer(POSITION(1));
    assert.deepEqual(notes.all, ['start orders', 'start orders']);
  });

  it('for want of room is asked for again when another has gone', async () => {
    const notes = new Notes();
    const desk = await new Desk().open();
    const leave = desk.realtime.subscribe('orders', new Notes());
    await desk.answer();
    await desk.page.pass(1_000);
    desk.realtime.subscribe('products', notes);
    await desk.answer({ error: 'too_many_channels' });
    leave();
    await desk.page.pass(1_000);
    await desk.answer();
    assert.deepEqual(notes.all, ['start products']);
  });

  it('with its whole command is told to each', async () => {
    const notes = new Notes();
    const desk = await new Desk().open();
    desk.realtime.subscribe(['orders', 'products'], notes);
    await desk.page.settled();
    desk.page.socket.says({ type: 'error', id: 1, code: 'invalid_value', message: 'wrong' });
    assert.deepEqual(notes.errors.map(({ code, message }) => `${code} ${message}`), ['invalid_value wrong: orders', 'invalid_value wrong: products']);
  });
});

describe('Users of one connection', () => {
  it('share the socket, and the last to close it ends it', async () => {
    const desk = await new Desk().open();
    const notes = new Notes();
    const other = desk.connection.join({ url: 'https://gateway.test', getToken: () => 'another' });
    other.subscribe('orders', notes);
    await desk.answer();
    desk.realtime.close();
    desk.realtime.close();
    desk.page.socket.says(event('orders', 11));
    assert.deepEqual([desk.status, desk.ended, desk.page.sockets.length], ['open', 0, 1]);
    other.close();
    assert.deepEqual([desk.status, desk.ended, desk.page.socket.closedWith], ['closed', 1, 1000]);
    assert.deepEqual(notes.all, ['start orders', 'orders@11']);
  });

  it('are asked for the token of the latest', async () => {
    const desk = await new Desk().open();
    desk.connection.join({ url: 'https://gateway.test', getToken: () => 'another' });
    await desk.comeBack();
    assert.deepEqual(desk.page.tickets[1]?.headers, { Authorization: 'Bearer another' });
  });
});
