import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Desk, Notes } from './support/desk.js';

const SAMPLES = '../../docs/samples/ws/';
const files = readdirSync(SAMPLES).filter((file) => file.endsWith('.json'));
const sample = (file: string) => JSON.parse(readFileSync(SAMPLES + file, 'utf8'));

describe('The frames of the gateway, word for word,', () => {
  for (const file of files.filter((name) => name.startsWith('server-'))) {
    it(`can all be read: ${file}`, async () => {
      const desk = await new Desk().open();
      desk.realtime.subscribe(['orders', 'inventory', 'products', 'x'], new Notes());
      await desk.answer();
      desk.page.socket.says(sample(file));
      await desk.page.pass(2_000);
      assert.deepEqual(desk.codes.filter((code) => code === 'malformed_frame'), []);
    });
  }

  it('could not be, if they were others', async () => {
    const desk = await new Desk().open();
    for (const wrong of ['', '{', '[]', 'null', '{}', '"x"', '{"type":"unsubscribed","reason":"forbidden"}']) {
      desk.page.socket.says(wrong);
    }
    assert.equal(desk.codes.length, 7);
    assert.deepEqual([...new Set(desk.codes)], ['malformed_frame']);
    desk.page.socket.says({ type: 'from the future', channel: 1 });
    assert.deepEqual([desk.codes.length, desk.status], [7, 'open']);
  });
});

describe('What the client sends', () => {
  it('has the fields of the samples, and no others', async () => {
    const desk = await new Desk().open();
    desk.realtime.subscribe(['orders', 'inventory:42'], new Notes('orders=e1:17'))();
    const leave = desk.realtime.subscribe(['orders', 'inventory:42'], new Notes('orders=e1:17'));
    await desk.answer();
    leave();
    desk.page.tell('awake');
    desk.page.socket.says({ type: 'auth_expiring', expiresAt: 1 });
    await desk.page.pass(1_000);
    assert.deepEqual(desk.page.socket.sent.map(({ type }) => type).sort(), ['auth', 'ping', 'subscribe', 'unsubscribe']);
    for (const command of desk.page.socket.sent) {
      const known = Object.entries(sample(`client-${command.type}.json`));
      for (const [field, value] of Object.entries(command)) {
        const like = known.find(([name]) => name === field || (name === 'channel' && field === 'channels'));
        assert.ok(like || field === 'id', `${command.type} has no ${field}`);
        assert.equal(typeof value, field === 'id' || like?.[0] !== field ? typeof value : typeof like[1]);
      }
    }
    assert.deepEqual(desk.page.socket.sent[0].since, { orders: sample('client-subscribe.json').since.orders });
  });
});
