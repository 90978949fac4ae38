import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { act, Screen } from './support/dom.js';
import { connect } from '@kucun/realtime';
import { App } from '../examples/Orders.jsx';
import { liveOrders } from '../examples/orders.js';
import { Browser } from './support/browser.js';
import { event } from './support/desk.js';

const GUIDE = readFileSync('../../docs/client.md', 'utf8');
const order = (id: string, version: number, status: string) => ({ id, version, status, orderNumber: `SO-${id}` });
const changed = (offset: number, data: object) => ({ ...event('orders', offset), data });

describe('The live list of the guide', () => {
  it('works in plain JavaScript', async () => {
    const browser = new Browser();
    browser.answers.set('/api/v1/orders', () => ({ status: 200, body: { data: [order('2', 0, 'draft'), order('1', 5, 'shipped')] } }));
    const list = document.createElement('ul');
    const said: string[] = [];
    const end = liveOrders(list, () => 'token', (what: string) => said.push(what));
    const shown = () => [...list.children].map((item) => item.textContent);
    await browser.open();
    assert.deepEqual(shown(), ['SO-2: draft', 'SO-1: shipped']);
    browser.socket.says(changed(2, order('2', 1, 'confirmed')));
    browser.socket.says(changed(3, order('1', 4, 'confirmed')));
    browser.socket.says(changed(4, order('3', 0, 'draft')));
    assert.deepEqual(shown(), ['SO-3: draft', 'SO-2: confirmed', 'SO-1: shipped']);
    browser.answers.set('/api/v1/orders', () => ({ status: 503 }));
    browser.socket.says({ type: 'resync', channel: 'orders', epoch: 'e1', offset: 9 });
    await browser.settled();
    assert.deepEqual(said, ['open', 'The orders cannot be read: 503']);
    end();
    assert.equal(browser.socket.closedWith, 1000);
  });

  it('works in React', async () => {
    const browser = new Browser();
    let orders = [order('1', 0, 'draft')];
    browser.answers.set('/api/v1/orders', () => ({ status: 200, body: { data: orders } }));
    const getToken = () => 'token';
    const realtime = connect({ url: 'https://realtime.example', getToken });
    const screen = await new Screen().show(<App realtime={realtime} getToken={getToken} />);
    try {
      await act(() => browser.open());
      await screen.reads('openSO-1: draft');
      orders = [order('1', 1, 'confirmed')];
      browser.socket.says(changed(2, orders[0]!));
      await screen.reads('openSO-1: confirmed');
    } finally {
      await screen.close();
      realtime.close();
    }
  });

  it('stands there as it was tested, in at most 40 lines', () => {
    for (const [file, language] of [['orders.js', 'js'], ['Orders.jsx', 'jsx']] as const) {
      const code = readFileSync(`examples/${file}`, 'utf8');
      assert.ok(code.trimEnd().split('\n').length <= 40, file);
      assert.ok(GUIDE.includes(`\`\`\`${language}\n${code}\`\`\`\n`), `docs/client.md shows ${file} as it is`);
    }
  });
});
