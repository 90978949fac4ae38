import type { Message } from '@kucun/realtime';
import type { QueryRules } from '@kucun/realtime/query';
import type { QueryClient } from '@tanstack/react-query';
import type { Order, Page, Product, StockSummary } from '../api/types';
import { happenedIn, isLevel } from './events';
import { patchOrder, patchProduct, patchRows, patchStock } from './patches';

/** The first words of the keys of queries, and with them what events change. */
export const KEYS = {
  products: ['products'],
  product: (id: string) => ['product', id],
  stock: (id: string) => ['stock', id],
  movements: (id: string) => ['movements', id],
  alerts: ['alerts'],
  orders: ['orders'],
  order: (id: string) => ['order', id],
} as const;

/** What is shown is brought up to an event at once, and read again as soon as it can be. */
export function rulesFor(channels: readonly string[], seen: (message: Message) => void): QueryRules {
  const rules: QueryRules = {
    products: {
      queries: [KEYS.products, ['product'], KEYS.alerts],
      affected: ({ key = '' }) => [KEYS.products, KEYS.product(key), KEYS.alerts],
      patch: patch(seen),
    },
    inventory: {
      queries: [KEYS.products, ['stock'], ['movements'], KEYS.alerts],
      affected: ({ key = '' }) => [KEYS.stock(key), KEYS.movements(key), KEYS.products, KEYS.alerts],
      patch: patch(seen),
    },
    orders: {
      queries: [KEYS.orders, ['order']],
      affected: ({ key = '' }) => [KEYS.orders, KEYS.order(key)],
      patch: patch(seen),
    },
  };
  return Object.fromEntries(Object.entries(rules).filter(([channel]) => channels.includes(channel)));
}

function patch(seen: (message: Message) => void) {
  return (message: Message, client: QueryClient): boolean => {
    apply(message, client);
    seen(message);
    // The service has the whole truth: sums, order and filters of lists are its business.
    return false;
  };
}

function apply(message: Message, client: QueryClient): void {
  const event = happenedIn(message);
  if (event?.channel === 'products') {
    const now = event.data.product;
    client.setQueryData<Product>(KEYS.product(now.id), (shown) => shown && patchProduct(shown, now));
    client.setQueriesData<Page<Product>>({ queryKey: KEYS.products }, (page) => page && patchRows(page, (row) => patchProduct(row, now)));
  } else if (event?.channel === 'inventory' && !isLevel(event.data)) {
    const change = event.data;
    client.setQueryData<StockSummary>(KEYS.stock(change.productId), (stock) => stock && patchStock(stock, change));
  } else if (event?.channel === 'orders') {
    const change = event.data;
    client.setQueryData<Order>(KEYS.order(change.id), (shown) => shown && patchOrder(shown, change));
    client.setQueriesData<Page<Order>>({ queryKey: KEYS.orders }, (page) => page && patchRows(page, (row) => patchOrder(row, change)));
  }
}
