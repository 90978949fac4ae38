import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newWindow } from '../support/browser.mjs';
import { place } from '../support/place.mjs';
import { until } from '../support/until.mjs';

const MOST_BYTES = 250_000;

describe('The first load', () => {
  it('has at most 250 kB over the wire', async (test) => {
    const { page, context, assertNone } = await newWindow();
    const begun = [];
    const finished = [];
    page.on('request', (request) => begun.push(request));
    page.on('requestfinished', (request) => finished.push(request));
    await page.goto('/');
    await page.locator('main.welcome').waitFor();
    await until('everything has come', () => finished.length === begun.length);
    const sizes = await Promise.all(finished.map(async (request) => ({ path: request.url(), ...(await request.sizes()) })));
    const bytes = sizes.reduce((sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize, 0);
    test.diagnostic(`${sizes.length} requests, ${bytes} bytes`);
    assert.ok(sizes.length >= 4 && sizes.every(({ path }) => path.startsWith(place.dashboard)), JSON.stringify(sizes));
    assert.ok(bytes > 50_000 && bytes <= MOST_BYTES, JSON.stringify(sizes));
    assertNone();
    await context.close();
  });

  it('is of a page that lets in nothing foreign, which these tests would notice', async () => {
    const { page, context, faults, assertNone } = await newWindow();
    await page.goto('/');
    await page.locator('main.welcome').waitFor();
    assertNone();
    const written = await page.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'http://127.0.0.2/x.png';
      document.body.append(image);
      try {
        document.body.insertAdjacentHTML('beforeend', '<p>x</p>');
        return true;
      } catch {
        return false;
      }
    });
    assert.equal(written, false);
    for (const directive of ['img-src', 'require-trusted-types-for']) {
      await until(`${directive} has been noticed`, () => faults.some((fault) => fault.includes(`policy: ${directive}`)));
    }
    await context.close();
  });
});
