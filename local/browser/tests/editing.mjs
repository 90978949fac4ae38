import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { call, product } from '../support/api.mjs';
import { isLive, signedIn } from '../support/browser.mjs';
import * as front from '../support/front.mjs';
import { holdReads } from '../support/stock.mjs';

const field = (page, label) => page.getByRole('dialog').getByLabel(label, { exact: true });
const press = (page, name) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const closed = (page) => page.getByRole('dialog').waitFor({ state: 'detached' });

describe('Who edits a product', () => {
  let goods;
  let mine;
  let theirs;
  before(async () => {
    [mine, theirs] = await Promise.all([signedIn('admin'), signedIn('admin')]);
  });
  beforeEach(async () => {
    goods = await product();
    for (const { page } of [mine, theirs]) {
      await page.goto(`/#/products/${goods.id}`);
      await page.getByRole('heading', { level: 1, name: goods.code }).waitFor();
    }
  });
  after(() => Promise.all([mine, theirs].map(({ context }) => context.close())));

  const open = ({ page }) => page.getByRole('button', { name: 'Edit', exact: true }).click();

  /** Both change the name, and the other one something besides; the other one is faster. */
  async function collide() {
    await open(mine);
    await field(mine.page, 'Name').fill('My name');
    await open(theirs);
    await field(theirs.page, 'Name').fill('Their name');
    await field(theirs.page, 'Low stock threshold').fill('7');
    await press(theirs.page, 'Save');
    await closed(theirs.page);
  }

  async function assertBothShown({ page }) {
    const rows = page.locator('.meanwhile tbody tr');
    await rows.first().waitFor();
    assert.deepEqual(await rows.evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent))), [
      ['Name', 'Their name', 'My name'],
      ['Low stock threshold', '7', '5'],
    ]);
    assert.equal(await field(page, 'Name').inputValue(), 'My name');
  }

  const stored = async () => {
    const { name, lowStockThreshold } = await call('admin', 'GET', `products/${goods.id}`);
    return { name, lowStockThreshold };
  };

  it('sees at once what another saves meanwhile, and can put the own values on top', async () => {
    await collide();
    await assertBothShown(mine);
    assert.ok(await mine.page.getByRole('dialog').getByRole('button', { name: 'Save' }).isDisabled());
    assert.deepEqual(await stored(), { name: 'Their name', lowStockThreshold: 7 });
    await press(mine.page, 'Keep mine');
    await press(mine.page, 'Save');
    await closed(mine.page);
    assert.deepEqual(await stored(), { name: 'My name', lowStockThreshold: 7 });
  });

  it('overwrites nothing without a connection either: 412, then both', async () => {
    front.cut();
    try {
      // A page that is not live reads now and then, and would know.
      const release = await holdReads(mine.page);
      await collide();
      const answer = mine.page.waitForResponse((response) => response.request().method() === 'PUT');
      await press(mine.page, 'Save');
      assert.equal((await answer).status(), 412);
      release();
      await assertBothShown(mine);
      assert.deepEqual(await stored(), { name: 'Their name', lowStockThreshold: 7 });
      await press(mine.page, 'Take theirs');
      assert.equal(await field(mine.page, 'Name').inputValue(), 'Their name');
      await press(mine.page, 'Cancel');
    } finally {
      front.join();
    }
    await Promise.all([mine, theirs].map(({ page }) => isLive(page)));
  });

  it('finds each refusal of the service at its field', async () => {
    const { page } = mine;
    await open(mine);
    await field(page, 'Name').fill(' ');
    await field(page, 'Pieces per unit').fill('0');
    const answer = page.waitForResponse((response) => response.request().method() === 'PUT');
    await press(page, 'Save');
    const problem = await (await answer).json();
    const invalid = page.getByRole('dialog').locator('[aria-invalid=true]');
    await invalid.first().waitFor();
    const said = await invalid.evaluateAll((all) =>
      all.map((input) => ({ label: input.labels[0].textContent, fault: document.getElementById(input.getAttribute('aria-describedby').split(' ')[0]).textContent })),
    );
    assert.equal(problem.status, 400);
    assert.deepEqual(problem.errors.map(({ pointer }) => pointer).sort(), ['/name', '/piecesPerUnit']);
    assert.deepEqual(said.map(({ label }) => label), ['Name', 'Pieces per unit']);
    said.forEach(({ label, fault }) => assert.ok(fault.startsWith(label) && fault.length > label.length, fault));
    assert.equal(await page.evaluate(() => document.activeElement.labels[0].textContent), 'Name');
    await press(page, 'Cancel');
    mine.assertNone(/WebSocket connection to|net::ERR_|\/tickets/, /status of 4(00|12)/);
  });
});
