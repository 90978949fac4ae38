import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Desk, Notes, POSITION } from './support/desk.js';

const EXPIRING = { type: 'auth_expiring', expiresAt: 1 };
const AUTHENTICATED = { type: 'authenticated', expiresAt: 2 };
const refused = (code: string) => ({ type: 'error', id: 'auth', code, message: `no: ${code}` });

async function expiring(): Promise<Desk> {
  const desk = await new Desk().open();
  desk.token = async () => 'newer';
  desk.page.socket.says(EXPIRING);
  await desk.page.settled();
  return desk;
}

describe('A token that is about to expire', () => {
  it('is renewed on the connection', async () => {
    const desk = await expiring();
    assert.deepEqual(desk.renewals, [false, true]);
    assert.deepEqual(desk.page.socket.sent, [{ type: 'auth', token: 'newer', id: 'auth' }]);
    desk.page.socket.says(AUTHENTICATED);
    await desk.page.pass(30_000);
    assert.deepEqual([desk.status, desk.errors, desk.renewals.length], ['open', [], 2]);
  });

  it('is asked for again while it cannot be had or is not taken, and each failure is told', async () => {
    const desk = await new Desk().open();
    desk.token = () => Promise.reject(new Error('away'));
    desk.page.socket.says(EXPIRING);
    await desk.page.settled();
    assert.deepEqual([desk.status, desk.codes], ['open', ['token_failed']]);
    desk.token = () => 'newer';
    await desk.page.pass(10_000);
    desk.page.socket.says(refused('unavailable'));
    await desk.page.pass(10_000);
    desk.page.socket.says(refused('invalid_token'));
    await desk.page.pass(10_000);
    desk.page.socket.says(AUTHENTICATED);
    await desk.page.pass(25_000);
    assert.deepEqual(desk.codes, ['token_failed', 'unavailable', 'invalid_token']);
    assert.equal(desk.page.socket.commands('auth').length, 3);
    assert.equal(desk.page.sockets.length, 1);
  });

  it('that is not renewed ends with the connection, which comes back with a new one', async () => {
    const desk = await expiring();
    desk.page.socket.ends(4401);
    await desk.page.pass(20_000);
    assert.deepEqual(desk.renewals, [false, true, true]);
    assert.equal(desk.page.sockets.length, 2);
    assert.deepEqual(desk.page.socket.commands('auth'), []);
  });

  it('is nobody\'s when it comes after the connection has ended', async () => {
    const desk = await new Desk().open();
    let give = (_: string) => {};
    desk.token = () => new Promise((resolve) => (give = resolve));
    desk.page.socket.says(EXPIRING);
    await desk.page.settled();
    desk.page.socket.ends(1006);
    give('late');
    await desk.page.settled();
    assert.deepEqual(desk.page.sockets[0]?.commands('auth'), []);
  });

  it('of a user who has signed out ends the connection', async () => {
    const desk = await new Desk().open();
    desk.token = () => '';
    desk.page.socket.says(EXPIRING);
    await desk.page.settled();
    assert.deepEqual([desk.status, desk.page.sockets.length], ['closed', 1]);
    assert.deepEqual(desk.codes, ['no_token']);
  });

  it('replaced by another user\'s begins everything anew', async () => {
    const desk = await new Desk().open();
    const notes = new Notes();
    desk.realtime.subscribe('orders', notes);
    await desk.answer(POSITION(10));
    desk.page.socket.says(EXPIRING);
    await desk.page.settled();
    desk.page.socket.says(refused('other_subject'));
    assert.deepEqual([desk.status, desk.codes], ['waiting', ['other_subject']]);
    await desk.page.pass(500);
    await desk.open();
    assert.equal(desk.page.socket.commands('subscribe')[0].since, undefined);
    await desk.answer(POSITION(12));
    assert.deepEqual(notes.all, ['start orders', 'lost orders']);
  });
});

describe('While the token is expired', () => {
  it('subscriptions wait for the new one', async () => {
    const desk = await new Desk().open();
    const notes = new Notes();
    desk.realtime.subscribe('orders', notes);
    await desk.page.settled();
    const { id } = desk.page.socket.commands('subscribe')[0];
    desk.page.socket.says({ type: 'error', id, code: 'token_expired', message: 'renew it first' });
    desk.realtime.subscribe('inventory', notes);
    await desk.page.pass(5_000);
    assert.equal(desk.page.socket.commands('subscribe').length, 1);
    desk.page.socket.says(AUTHENTICATED);
    await desk.page.settled();
    assert.deepEqual(desk.page.socket.commands('subscribe')[1].channels, ['orders', 'inventory']);
    await desk.answer();
    assert.deepEqual([notes.all, notes.errors], [['start orders', 'start inventory'], []]);
  });

  it('and the new one allows less, the listener is told', async () => {
    const desk = await new Desk().open();
    const notes = new Notes();
    desk.realtime.subscribe(['orders', 'products'], notes);
    await desk.answer();
    desk.page.socket.says({ type: 'unsubscribed', channels: ['orders'], reason: 'forbidden' });
    desk.page.socket.says({ channel: 'orders', data: {}, ts: 1, epoch: 'e1', offset: 11 });
    desk.page.socket.says({ channel: 'products', data: {}, ts: 1, epoch: 'e1', offset: 11 });
    assert.deepEqual(notes.errors.map(({ code, channel }) => [code, channel]), [['forbidden', 'orders']]);
    assert.deepEqual(notes.all, ['start orders', 'start products', 'products@11']);
    await desk.comeBack();
    await desk.answer({ orders: POSITION(50), products: { ...POSITION(11), recovered: true } }, true);
    assert.deepEqual(notes.all.slice(3), ['lost orders']);
  });
});
