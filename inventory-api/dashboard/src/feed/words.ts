import type { Text } from '../i18n/text';
import { isLevel, type Happened } from '../live/events';
import { lotName } from '../stock/lot-name';

/** What happened, in words, without who did it. */
export function wordsFor(event: Happened, text: Pick<Text, 't' | 'number' | 'change' | 'date'>): string {
  const { t, number, change } = text;
  if (event.channel === 'products') {
    return t(`event.products.${event.data.type}`, { code: event.data.code });
  }
  if (event.channel === 'orders') {
    const { type, orderNumber, customerName } = event.data;
    return t(`event.orders.${type}`, { number: orderNumber, customer: customerName });
  }
  const { data } = event;
  if (isLevel(data)) {
    return t(`event.inventory.${data.type}`, { code: data.code, available: number(data.availableAfter) });
  }
  const lot = lotName(data, text);
  if (data.type === 'reserved' || data.type === 'released') {
    return t(`event.inventory.${data.type}`, { code: data.code, lot, reserved: number(Math.abs(data.reservedDelta)) });
  }
  return t(`event.inventory.${data.type}`, { code: data.code, lot, change: change(data.delta), balance: number(data.after.quantity) });
}

/** The view that shows what it happened to. */
export function addressOf(event: Happened): string {
  if (event.channel === 'orders') {
    return `#/orders/${event.data.id}`;
  }
  return `#/products/${event.channel === 'products' ? event.data.id : event.data.productId}`;
}
