import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Message } from '@kucun/realtime';
import { QueryClient } from '@tanstack/react-query';
import { wordsFor } from '../src/feed/words';
import { formatsOf } from '../src/i18n/format';
import { LANGUAGES } from '../src/i18n/languages';
import type { Text } from '../src/i18n/text';
import { say } from '../src/i18n/messages';
import { happenedIn, type LotEvent, type OrderEvent } from '../src/live/events';
import { Journal } from '../src/live/journal';
import { patchOrder, patchProduct, patchRows, patchStock } from '../src/live/patches';
import { KEYS, rulesFor } from '../src/live/rules';
import { livenessOf, mayBeOld } from '../src/live/status';
import { lot, product, stock } from './support/goods';

const SAMPLES = '../../docs/samples/events';
const samples = readdirSync(SAMPLES)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(`${SAMPLES}/${file}`, 'utf8')) as Message);

const change = (id: string, version: number, quantity: number, reserved: number) => ({ type: 'adjusted', id, productId: 'p1', version, after: { quantity, reserved } }) as unknown as LotEvent;

describe('What is shown, brought up to an event,', () => {
  it('has the new product, with the stock figures that it had', () => {
    const inventory = { totalQuantity: 9, reservedQuantity: 0, availableQuantity: 9 };
    const shown = product({ inventory });
    assert.deepEqual(patchProduct(shown, product({ version: 4, name: 'new' })), product({ version: 4, name: 'new', inventory }));
  });

  it('stays as it is if it has the event already', () => {
    const shown = product();
    assert.equal(patchProduct(shown, product({ version: 3, name: 'old' })), shown);
    const now = stock(lot('l1', 'A01', 5, 0, 7));
    assert.equal(patchStock(now, change('l1', 7, 1, 0)), now);
    assert.equal(patchStock(now, change('unknown', 9, 1, 0)), now);
    const page = { data: [shown], pagination: { limit: 20 } };
    assert.equal(patchRows(page, (row) => patchProduct(row, product({ id: 'other', version: 9 }))), page);
  });

  it('adds up: the lot, its colour and the whole', () => {
    const before = stock(lot('l1', 'A01', 10, 2), lot('l2', 'A01', 5), lot('l3', null, 7));
    assert.deepEqual(patchStock(before, change('l1', 2, 4, 1)), stock(lot('l1', 'A01', 4, 1, 2), lot('l2', 'A01', 5), lot('l3', null, 7)));
  });

  it('has the new state of an order', () => {
    const order = { id: 'o1', version: 1, status: 'draft' } as Parameters<typeof patchOrder>[0];
    const event = { id: 'o1', version: 2, status: 'confirmed', totalAmount: '1.00', occurredAt: 'now' } as unknown as OrderEvent;
    assert.deepEqual(patchOrder(order, event), { id: 'o1', version: 2, status: 'confirmed', totalAmount: '1.00', updatedAt: 'now' });
    assert.equal(patchOrder({ ...order, version: 2 }, event).status, 'draft');
  });
});

describe('The rules of the queries', () => {
  const message = { channel: 'products', key: 'p1', ts: 1, data: { type: 'updated', id: 'p1', product: product({ version: 9, name: 'new' }) } } as Message;

  it('change what is shown at once, and have it read again', () => {
    const client = new QueryClient();
    client.setQueryData([...KEYS.products, 'some path'], { data: [product()], pagination: { limit: 20 } });
    client.setQueryData(KEYS.product('p1'), product());
    const rules = rulesFor(['products'], () => {});
    assert.equal(rules['products']?.patch?.(message, client), false);
    assert.equal(client.getQueryData<{ name: string }>(KEYS.product('p1'))?.name, 'new');
    assert.equal(client.getQueryData<{ data: { name: string }[] }>([...KEYS.products, 'some path'])?.data[0]?.name, 'new');
    assert.deepEqual(rules['products']?.affected?.(message), [KEYS.products, KEYS.product('p1'), KEYS.alerts]);
    client.clear();
  });

  it('are of the channels that the user may hear', () => {
    assert.deepEqual(Object.keys(rulesFor(['products', 'inventory'], () => {})), ['products', 'inventory']);
  });
});

describe('The feed', () => {
  it('has words for every event that there is, in both languages', () => {
    assert.ok(samples.length > 15);
    for (const language of LANGUAGES) {
      const text = { ...formatsOf(language.locale, 'UTC'), t: ((key, ...values) => say(language.messages, key, ...values)) as Text['t'] };
      for (const sample of samples) {
        const event = happenedIn(sample);
        assert.ok(event);
        assert.match(wordsFor(event, text), /T800-01|SO-0000000/);
        assert.doesNotMatch(wordsFor(event, text), /undefined|NaN|\{/);
      }
    }
  });

  it('is bounded, newest first, and takes nothing that is not ours', (context) => {
    context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const journal = new Journal();
    journal.hear({ channel: 'weather', data: 'rain', ts: 1 });
    for (let offset = 1; offset <= 250; offset++) {
      journal.hear({ ...(samples[0] as Message), offset });
    }
    context.mock.timers.tick(50);
    assert.equal(journal.entries.get().length, 200);
    assert.match(journal.entries.get()[0]?.name ?? '', /:250$/);
    assert.equal(journal.fresh.get().has(samples[0]?.key ?? ''), true);
    context.mock.timers.tick(3_000);
    assert.equal(journal.fresh.get().size, 0);
  });

  it('begins with what happened before, each once and in its place', (context) => {
    context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    const journal = new Journal();
    const at = (ts: number) => ({ ...(samples[0] as Message), ts, offset: ts });
    journal.hear(at(5));
    context.mock.timers.tick(50);
    journal.recall([at(4), at(5), at(6), { channel: 'weather', data: 'rain', ts: 7 }]);
    assert.deepEqual(journal.entries.get().map(({ ts }) => ts), [6, 5, 4]);
    assert.equal(journal.entries.get()[2]?.heardAt, 0);
  });
});

describe('The state of the connection', () => {
  it('is one word, and says whether what is shown may be old', () => {
    const open = { status: 'open', degraded: false } as const;
    assert.equal(livenessOf(open, false), 'live');
    assert.equal(livenessOf(open, true), 'resync');
    assert.equal(livenessOf({ ...open, degraded: true }, true), 'degraded');
    assert.equal(livenessOf({ status: 'waiting', degraded: false }, true), 'waiting');
    assert.deepEqual((['live', 'resync', 'degraded', 'connecting', 'waiting', 'offline', 'closed'] as const).map(mayBeOld), [false, false, true, true, true, true, true]);
  });
});
