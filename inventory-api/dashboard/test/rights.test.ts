import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { claimsOf, rolesAt } from '../src/auth/claims';
import { channelsOf, may, mayEnter, stepsOf, type OrderStep, type Right } from '../src/auth/rights';

const ROLES = ['admin', 'warehouse', 'sales', 'viewer'];
const as = (...roles: string[]) => ({ name: 'me', roles });

/** The table of docs/access.md: by endpoint, what each of the roles may. */
const table = new Map(
  readFileSync('../../docs/access.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
    .map(([, endpoint = '', ...cells]) => [endpoint, cells.slice(0, ROLES.length)] as const),
);

const cells = (endpoint: string) => {
  const found = table.get(endpoint);
  assert.ok(found, endpoint);
  return found;
};

describe('What the pages offer is what the service allows', () => {
  const rights: readonly (readonly [Right, string])[] = [
    ['products.write', 'POST /api/v1/products'],
    ['products.write', 'PUT /api/v1/products/{id}'],
    ['products.write', 'DELETE /api/v1/products/{id}'],
    ['stock.write', 'POST /api/v1/inventory/inbound'],
    ['stock.write', 'POST /api/v1/inventory/outbound'],
    ['stock.write', 'POST /api/v1/inventory/adjustments'],
    ['orders.read', 'GET /api/v1/orders'],
    ['orders.create', 'POST /api/v1/orders'],
    ['cache.read', 'GET /api/v1/cache/stats'],
  ];

  for (const [right, endpoint] of rights) {
    it(`${right}: ${endpoint}`, () => {
      assert.deepEqual(
        ROLES.map((role) => may(as(role), right)),
        cells(endpoint).map((cell) => cell !== 'no'),
      );
    });
  }

  const steps: readonly (readonly [OrderStep, string])[] = [
    ['confirm', 'draft'],
    ['ship', 'confirmed'],
    ['complete', 'shipped'],
    ['cancel', 'draft'],
  ];

  for (const [step, status] of steps) {
    it(`${step} an order`, () => {
      const allowed = cells(`POST /api/v1/orders/{id}/${step}`);
      const offered = (createdBy: string) => ROLES.map((role) => stepsOf(as(role), { status, createdBy }).includes(step));
      assert.deepEqual(offered('me'), allowed.map((cell) => cell !== 'no'));
      assert.deepEqual(offered('somebody'), allowed.map((cell) => cell === 'yes'));
    });
  }

  it('of an order that has ended nothing', () => {
    for (const status of ['completed', 'cancelled', 'unheard-of']) {
      assert.deepEqual(stepsOf(as('admin'), { status, createdBy: 'me' }), []);
    }
  });

  it('with several roles what any of them may', () => {
    assert.deepEqual(stepsOf(as('sales', 'warehouse'), { status: 'confirmed', createdBy: 'somebody' }), ['ship']);
    assert.deepEqual(stepsOf(as('sales', 'warehouse'), { status: 'confirmed', createdBy: 'me' }), ['ship', 'cancel']);
  });

  it('the channels of events', () => {
    assert.deepEqual(channelsOf(as('viewer')), ['products', 'inventory']);
    assert.deepEqual(channelsOf(as('sales')), ['products', 'inventory', 'orders']);
    assert.equal(mayEnter(as('offline_access')), false);
  });
});

describe('The roles of a token', () => {
  const token = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

  it('are where the service looks for them', () => {
    assert.deepEqual(rolesAt('realm_access/roles', claimsOf(token({ realm_access: { roles: ['admin', 7] } }))), ['admin']);
    assert.deepEqual(rolesAt('groups', claimsOf(token({ groups: 'sales viewer' }))), ['sales', 'viewer']);
    assert.deepEqual(rolesAt('"https://x/roles"/all', claimsOf(token({ 'https://x/roles': { all: ['库存'] } }))), ['库存']);
  });

  it('are none if there is nothing readable', () => {
    assert.deepEqual(rolesAt('realm_access/roles', claimsOf('opaque')), []);
    assert.deepEqual(rolesAt('a/b/c', claimsOf(token({ a: null }))), []);
  });
});
