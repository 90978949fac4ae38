// The API without a browser, and goods to play with.
import { randomUUID } from 'node:crypto';
import { tokenOf } from './keycloak.mjs';
import { place } from './place.mjs';

const KEPT_MS = 60_000;
const tokens = new Map();

function kept(user) {
  const known = tokens.get(user);
  if (known && known.until > Date.now()) {
    return known.token;
  }
  const token = tokenOf(user);
  tokens.set(user, { token, until: Date.now() + KEPT_MS });
  return token;
}

export async function call(user, method, path, body) {
  const headers = { Authorization: `Bearer ${await kept(user)}`, ...(body && { 'Content-Type': 'application/json' }) };
  const response = await fetch(`${place.dashboard}/api/v1/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }
  return response.status === 204 ? undefined : response.json();
}

const LOT = { colorCode: 'A01', productionDate: '2026-05-01' };

/** A new product with a hundred pieces of one lot. */
export async function product() {
  const code = `WEB-${randomUUID().slice(0, 8)}`;
  const made = await call('admin', 'POST', 'products', { code, name: '试砖 Browser tile', specification: '600×600', lowStockThreshold: 5 });
  await call('admin', 'POST', 'inventory/inbound', { productId: made.id, ...LOT, quantity: 100, type: 'normal', reason: 'test' });
  return made;
}

/** One piece less of that lot. */
export const takeOne = ({ id }) => call('warehouse', 'POST', 'inventory/adjustments', { productId: id, ...LOT, delta: -1, reason: 'test' });

/** An order of some pieces of it, with its number. */
export const order = ({ id }, quantity = 3) =>
  call('sales', 'POST', 'orders', {
    customerName: 'Wang & 王',
    items: [{ productId: id, colorCode: LOT.colorCode, quantity, unitPrice: '19.90' }],
  });
