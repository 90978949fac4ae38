import type { Lot, Order, Page, Product, StockSummary } from '../api/types';
import type { LotEvent, OrderEvent } from './events';

/**
 * What is shown already, brought up to an event. Each gives the same object back if the event says
 * nothing new about it: what was read may contain the event.
 */

/** A product as it is now, with the stock figures that it had. */
export function patchProduct(shown: Product, now: Product): Product {
  if (shown.id !== now.id || now.version <= shown.version) {
    return shown;
  }
  return shown.inventory ? { ...now, inventory: shown.inventory } : now;
}

export function patchOrder(shown: Order, event: OrderEvent): Order {
  if (shown.id !== event.id || event.version <= shown.version) {
    return shown;
  }
  return { ...shown, status: event.status, version: event.version, totalAmount: event.totalAmount, updatedAt: event.occurredAt };
}

/** A row of a page; the page itself if none changes. */
export function patchRows<Row>(page: Page<Row>, patch: (row: Row) => Row): Page<Row> {
  const data = page.data.map(patch);
  return data.some((row, index) => row !== page.data[index]) ? { ...page, data } : page;
}

/** A lot with its sums. Of lots that are not shown yet nothing is known here: they come with the next read. */
export function patchStock(stock: StockSummary, event: LotEvent): StockSummary {
  const before = stock.lots.find((lot) => lot.id === event.id);
  if (!before || event.version <= before.version) {
    return stock;
  }
  const { quantity, reserved } = event.after;
  const lot: Lot = { ...before, quantity, reservedQuantity: reserved, availableQuantity: quantity - reserved, version: event.version };
  const more = { quantity: quantity - before.quantity, reserved: reserved - before.reservedQuantity };
  const added = <Sum extends Pick<StockSummary, 'totalQuantity' | 'reservedQuantity' | 'availableQuantity'>>(sum: Sum): Sum => ({
    ...sum,
    totalQuantity: sum.totalQuantity + more.quantity,
    reservedQuantity: sum.reservedQuantity + more.reserved,
    availableQuantity: sum.availableQuantity + more.quantity - more.reserved,
  });
  return {
    ...added(stock),
    colors: stock.colors.map((color) => (color.colorCode === before.colorCode ? added(color) : color)),
    lots: stock.lots.map((other) => (other === before ? lot : other)),
  };
}
