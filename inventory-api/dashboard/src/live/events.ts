import type { Message } from '@kucun/realtime';
import type { Order, Product } from '../api/types';

/** The events of docs/events.md, as far as the pages read them. */

export interface ProductEvent {
  readonly type: 'created' | 'updated' | 'archived';
  readonly id: string;
  readonly code: string;
  readonly actor: string;
  readonly occurredAt: string;
  readonly product: Product;
}

interface Balance {
  readonly quantity: number;
  readonly reserved: number;
}

export interface LotEvent {
  readonly type: 'inbound' | 'outbound' | 'adjusted' | 'counted' | 'reserved' | 'released' | 'shipped';
  readonly id: string;
  readonly productId: string;
  readonly code: string;
  readonly colorCode?: string | null;
  readonly productionDate?: string | null;
  readonly version: number;
  readonly actor: string;
  readonly occurredAt: string;
  readonly delta: number;
  readonly reservedDelta: number;
  readonly after: Balance;
}

export interface LevelEvent {
  readonly type: 'low_stock' | 'restocked';
  readonly id: string;
  readonly productId: string;
  readonly code: string;
  readonly actor: string;
  readonly occurredAt: string;
  readonly threshold: number;
  readonly availableAfter: number;
}

export interface OrderEvent extends Pick<Order, 'id' | 'orderNumber' | 'version' | 'status' | 'customerName' | 'totalAmount'> {
  readonly type: 'created' | 'confirmed' | 'shipped' | 'completed' | 'cancelled';
  readonly actor: string;
  readonly occurredAt: string;
}

export type Happened =
  | { readonly channel: 'products'; readonly data: ProductEvent }
  | { readonly channel: 'inventory'; readonly data: LotEvent | LevelEvent }
  | { readonly channel: 'orders'; readonly data: OrderEvent };

/** The event in a message; none if it is not one of ours. */
export function happenedIn(message: Message): Happened | undefined {
  const known = ['products', 'inventory', 'orders'].includes(message.channel) && typeof message.data?.type === 'string';
  return known ? ({ channel: message.channel, data: message.data } as Happened) : undefined;
}

export function isLevel(data: LotEvent | LevelEvent): data is LevelEvent {
  return data.type === 'low_stock' || data.type === 'restocked';
}
