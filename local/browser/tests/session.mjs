import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { product, takeOne } from '../support/api.mjs';
import { isLive, isMarked, mark, newTab, signedIn, signIn, userOf } from '../support/browser.mjs';
import { endSession, tokensLive } from '../support/keycloak.mjs';
import { shows } from '../support/stock.mjs';
import { until } from '../support/until.mjs';

// A page renews half-way at the latest, and sooner when the gateway asks for it.
const SHORT_SECONDS = 10;

const isRenewal = (request) => request.url().endsWith('/token') && (request.postData() ?? '').includes('grant_type=refresh_token');
const sessionOf = ({ access_token: token }) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url')).sid;

describe('A session', { concurrency: true }, () => {
  before(() => tokensLive(SHORT_SECONDS));
  after(() => tokensLive(undefined));

  it('outlives its token: that is renewed while the page stays, on the same socket', async () => {
    const goods = await product();
    const { page, context, frames, assertNone } = await signedIn('viewer', `#/products/${goods.id}`, { ownSession: true });
    await mark(page);
    const first = await userOf(page);
    await page.waitForRequest(isRenewal);
    await until('the first token has expired', () => first.expires_at * 1_000 < Date.now(), SHORT_SECONDS * 1_000);
    const read = page.waitForResponse((response) => response.url().includes('/api/v1/inventory/alerts?') && !response.url().endsWith('limit=1'));
    await page.goto('/#/alerts');
    assert.equal((await read).status(), 200);
    assert.notEqual((await (await read).request().allHeaders()).authorization, `Bearer ${first.access_token}`);
    await page.goto(`/#/products/${goods.id}`);
    await takeOne(goods);
    await shows(page, 'Available', '99');
    assert.equal(frames.sockets.length, 1);
    assert.ok(frames.sockets[0].frames.some(({ type }) => type === 'authenticated'), 'the socket has no new token');
    assert.ok(await isMarked(page), 'the page was loaded again');
    assertNone();
    await context.close();
  });

  it('that has ended at the issuer is said to have, and signing in leads back to the same view', async () => {
    const goods = await product();
    const { page, context } = await signedIn('viewer', `#/products/${goods.id}`, { ownSession: true });
    await endSession(sessionOf(await userOf(page)));
    await page.getByText('Your session has ended. Sign in again to go on where you were.').waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
    await signIn(page, 'viewer');
    await page.getByRole('heading', { level: 1, name: goods.code }).waitFor();
    await context.close();
  });

  it('that is left in one tab is left in all of them', async () => {
    const { page, context } = await signedIn('viewer', '#/products', { ownSession: true });
    const { page: other } = await newTab(context);
    await other.goto('/#/alerts');
    await other.locator('main.welcome .button.primary').click();
    await isLive(other);
    await other.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You have signed out in another tab.').waitFor();
    await other.locator('main.welcome').waitFor();
    for (const tab of [page, other]) {
      assert.equal(await tab.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('user')).length), 0);
    }
    await page.locator('main.welcome .button.primary').click();
    await page.locator('#password').waitFor();
    await context.close();
  });
});
