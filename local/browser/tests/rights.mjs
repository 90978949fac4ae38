import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { product } from '../support/api.mjs';
import { signedIn, userOf } from '../support/browser.mjs';

const WRITES = ['New product', 'Receive', 'Issue', 'Edit', 'Archive', 'Adjust', 'New order'];
const TRIES = [
  ['POST', 'products', { code: 'BY-HAND', name: 'x' }],
  ['POST', 'inventory/adjustments', { productId: '00000000-0000-0000-0000-000000000000', delta: 1 }],
  ['DELETE', 'products/00000000-0000-0000-0000-000000000000', undefined],
  ['GET', 'orders', undefined],
];

describe('Who may not write', () => {
  let goods;
  const windows = {};
  before(async () => {
    goods = await product();
    await Promise.all(['viewer', 'admin'].map(async (user) => (windows[user] = await signedIn(user))));
  });
  after(() => Promise.all(Object.values(windows).map(({ context }) => context.close())));

  /** The buttons and links for writes of all views that the user gets to. */
  async function offered({ page }) {
    const found = new Set();
    for (const [address, heading] of [['products', 'Products'], [`products/${goods.id}`, goods.code], ['alerts', 'Alerts'], ['feed', 'feed']]) {
      await page.goto(`/#/${address}`);
      await page.getByRole('heading', { level: 1, name: new RegExp(heading, 'i') }).waitFor();
      await page.locator('.loading').first().waitFor({ state: 'detached' });
      const names = await page.locator('main button, main a.button').allInnerTexts();
      WRITES.filter((write) => names.includes(write)).forEach((write) => found.add(write));
    }
    return [...found];
  }

  it('is offered no writing, which others are', async () => {
    const [viewer, admin] = await Promise.all([windows.viewer, windows.admin].map(offered));
    assert.deepEqual(viewer, []);
    assert.deepEqual(admin.sort(), ['Adjust', 'Archive', 'Edit', 'Issue', 'New product', 'Receive']);
    const links = ({ page }) => page.getByRole('navigation', { name: 'Parts of Kucun' }).getByRole('link').allInnerTexts();
    assert.ok(!(await links(windows.viewer)).includes('Orders'));
    assert.ok((await links(windows.admin)).includes('Orders'));
    Object.values(windows).forEach(({ assertNone }) => assertNone());
  });

  it('is refused when trying by hand', async () => {
    const { page } = windows.viewer;
    const { access_token: token } = await userOf(page);
    for (const [method, path, body] of TRIES) {
      const answer = await page.evaluate(
        async ([verb, where, what, bearer]) => {
          const headers = { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json', 'If-Match': '"1"' };
          const response = await fetch(`/api/v1/${where}`, { method: verb, headers, ...(what && { body: JSON.stringify(what) }) });
          return { status: response.status, code: (await response.json()).code };
        },
        [method, path, body, token],
      );
      assert.deepEqual(answer, { status: 403, code: 'forbidden' }, `${method} ${path}`);
    }
  });
});
