/** Who may what, as docs/access.md says: what the pages offer. The service refuses the rest. */

export interface Someone {
  readonly name: string;
  readonly roles: readonly string[];
}

const RIGHTS = {
  'products.write': ['admin'],
  'stock.write': ['admin', 'warehouse'],
  'orders.read': ['admin', 'warehouse', 'sales'],
  'orders.create': ['admin', 'sales'],
  'cache.read': ['admin'],
} as const;

export type Right = keyof typeof RIGHTS;

export function may(someone: Someone, right: Right): boolean {
  return RIGHTS[right].some((role) => someone.roles.includes(role));
}

/** Whether they have any role of this service. */
export function mayEnter(someone: Someone): boolean {
  return ['admin', 'warehouse', 'sales', 'viewer'].some((role) => someone.roles.includes(role));
}

export type OrderStep = 'confirm' | 'ship' | 'complete' | 'cancel';

export interface OrderHead {
  readonly status: string;
  readonly createdBy: string;
}

const STEPS: Readonly<Record<string, readonly OrderStep[]>> = {
  draft: ['confirm', 'cancel'],
  confirmed: ['ship', 'cancel'],
  shipped: ['complete'],
};

const OWN: readonly OrderStep[] = ['confirm', 'cancel'];

/** The steps of an order that its state and the caller's roles allow. */
export function stepsOf(someone: Someone, order: OrderHead): OrderStep[] {
  const { roles, name } = someone;
  return (STEPS[order.status] ?? []).filter(
    (step) =>
      roles.includes('admin') ||
      (OWN.includes(step) ? roles.includes('sales') && order.createdBy === name : roles.includes('warehouse')),
  );
}

/** The channels that they may listen to. */
export function channelsOf(someone: Someone): string[] {
  return ['products', 'inventory', ...(may(someone, 'orders.read') ? ['orders'] : [])];
}
