import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Screen } from './support/dom.js';
import { QueryClient, QueryClientProvider, QueryObserver, type QueryKey } from '@tanstack/react-query';
import { linkQueries, useLiveQueries, type QueryRules } from '../src/query.js';
import { RealtimeProvider } from '../src/react.js';
import { Desk, event, POSITION } from './support/desk.js';

/** Queries that count how often they were fetched; a fetch takes as long as the test lets it. */
class Kitchen {
  readonly client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity, gcTime: Infinity } } });
  readonly fetched: string[] = [];
  stock = 100;
  hold: Promise<void> | undefined;

  watch(...keys: QueryKey[]): void {
    for (const queryKey of keys) {
      const queryFn = async () => {
        this.fetched.push(queryKey.join('/'));
        const { stock } = this;
        await this.hold;
        return stock;
      };
      new QueryObserver(this.client, { queryKey, queryFn }).subscribe(() => {});
    }
  }

  take(): string[] {
    return this.fetched.splice(0).sort();
  }
}

const rules: QueryRules = {
  inventory: {
    queries: [['stock'], ['lots']],
    affected: (message) => [['stock', message.key!]],
  },
  orders: { queries: [['orders']] },
};

async function linked(kitchen: Kitchen, which: QueryRules = rules): Promise<{ desk: Desk; unlink: () => void }> {
  const desk = await new Desk().open();
  kitchen.watch(['stock', 'a'], ['stock', 'b'], ['lots'], ['orders', 1]);
  await desk.page.settled();
  kitchen.take();
  const unlink = linkQueries(desk.realtime, kitchen.client, which);
  await desk.answer();
  return { desk, unlink };
}

describe('Linked queries', () => {
  it('are fetched again when the subscription stands, for they may have been read before', async () => {
    const kitchen = new Kitchen();
    await linked(kitchen);
    assert.deepEqual(kitchen.take(), ['lots', 'orders/1', 'stock/a', 'stock/b']);
  });

  it('are fetched again for an event, as far as it affects them', async () => {
    const kitchen = new Kitchen();
    const { desk, unlink } = await linked(kitchen);
    kitchen.take();
    desk.page.socket.says(event('inventory', 11, 'a'));
    await desk.page.settled();
    assert.deepEqual(kitchen.take(), ['stock/a']);
    desk.page.socket.says(event('orders', 11));
    await desk.page.settled();
    assert.deepEqual(kitchen.take(), ['orders/1']);
    unlink();
    desk.page.socket.says(event('orders', 12));
    await desk.page.pass(1_000);
    assert.deepEqual(kitchen.take(), []);
    assert.equal(desk.page.socket.commands('unsubscribe').length, 1);
  });

  it('of one channel are all fetched again when something was missed', async () => {
    const kitchen = new Kitchen();
    const { desk } = await linked(kitchen);
    kitchen.take();
    desk.page.socket.says({ type: 'resync', channel: 'inventory', ...POSITION(99) });
    await desk.page.settled();
    assert.deepEqual(kitchen.take(), ['lots', 'stock/a', 'stock/b']);
  });

  it('that are slow are neither starved by many events nor left with an old value', async () => {
    const kitchen = new Kitchen();
    const { desk } = await linked(kitchen);
    kitchen.take();
    let done = () => {};
    kitchen.hold = new Promise((resolve) => (done = resolve));
    for (let offset = 11; offset < 111; offset++) {
      kitchen.stock--;
      desk.page.socket.says(event('inventory', offset, 'a'));
      await desk.page.settled();
    }
    assert.deepEqual(kitchen.take(), ['stock/a']);
    done();
    await desk.page.settled();
    await desk.page.settled();
    assert.deepEqual(kitchen.take(), ['stock/a']);
    assert.equal(kitchen.client.getQueryData(['stock', 'a']), 0);
  });

  it('are patched instead, where a rule can', async () => {
    const kitchen = new Kitchen();
    const patch: QueryRules = {
      inventory: {
        ...rules['inventory']!,
        patch: (message, client) => client.setQueryData(['stock', message.key], message.offset) !== undefined,
      },
    };
    const { desk } = await linked(kitchen, patch);
    kitchen.take();
    desk.page.socket.says(event('inventory', 11, 'a'));
    await desk.page.settled();
    assert.deepEqual([kitchen.take(), kitchen.client.getQueryData(['stock', 'a'])], [[], 11]);
  });

  it('are fetched once more after a patch that a fetch on its way would undo', async () => {
    const kitchen = new Kitchen();
    let patched = 0;
    const patch: QueryRules = { inventory: { ...rules['inventory']!, patch: () => ++patched > 0 } };
    const { desk } = await linked(kitchen, patch);
    kitchen.take();
    let done = () => {};
    kitchen.hold = new Promise((resolve) => (done = resolve));
    void kitchen.client.refetchQueries({ queryKey: ['stock', 'a'] });
    await desk.page.settled();
    kitchen.stock = 7;
    desk.page.socket.says(event('inventory', 11, 'a'));
    done();
    await desk.page.settled();
    await desk.page.settled();
    assert.equal(patched, 1);
    assert.deepEqual(kitchen.take(), ['stock/a', 'stock/a']);
    assert.equal(kitchen.client.getQueryData(['stock', 'a']), 7);
  });
});

describe('useLiveQueries', () => {
  function Live(props: { rules: QueryRules }) {
    useLiveQueries(props.rules);
    return null;
  }

  it('links while the component is mounted, by the latest rules', async () => {
    const kitchen = new Kitchen();
    const desk = await new Desk().open();
    kitchen.watch(['a'], ['b']);
    const show = (which: QueryRules) => (
      <QueryClientProvider client={kitchen.client}>
        <RealtimeProvider realtime={desk.realtime}>
          <Live rules={which} />
        </RealtimeProvider>
      </QueryClientProvider>
    );
    const screen = await new Screen().show(show({ orders: { queries: [['a']] } }));
    await desk.answer();
    kitchen.take();
    await screen.show(show({ orders: { queries: [['a'], ['b']], affected: () => [['b']] } }));
    desk.page.socket.says(event('orders', 11));
    await desk.page.settled();
    assert.deepEqual(kitchen.take(), ['b']);
    desk.page.socket.says({ type: 'resync', channel: 'orders', ...POSITION(20) });
    await desk.page.settled();
    assert.deepEqual(kitchen.take(), ['a', 'b']);
    await screen.close();
    await desk.page.pass(1_000);
    assert.deepEqual(desk.page.socket.sent.map(({ type }) => type), ['subscribe', 'unsubscribe']);
  });
});
