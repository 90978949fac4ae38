import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { product, takeOne } from '../support/api.mjs';
import { isLive, isMarked, mark, signedIn } from '../support/browser.mjs';
import * as front from '../support/front.mjs';
import { place, scale } from '../support/place.mjs';
import { shows } from '../support/stock.mjs';
import { until } from '../support/until.mjs';

const WRITES = scale(12, 60);
const CUT_MS = scale(2_000, 20_000);
// What browsers say of a gateway that does not answer.
const UNREACHABLE = /WebSocket connection to|net::ERR_|\/tickets/;

const state = (page, ...states) => page.locator(states.map((name) => `[data-state=${name}]`).join(',')).waitFor();

async function onProduct(goods) {
  const window = await signedIn('viewer', `#/products/${goods.id}`);
  await shows(window.page, 'Available', '100');
  await mark(window.page);
  return window;
}

const eventsOf = ({ frames }, goods) => frames.events('inventory').filter(({ key }) => key === goods.id);
const allCame = (window, goods, writes) => until('all events have come', () => eventsOf(window, goods).length === writes);

/** Everything that happened since the first event that the page was told of, once each and in order. */
function assertNothingMissed(window, goods, writes) {
  const { frames } = window;
  for (const offsets of [...frames.offsets('inventory'), frames.events('inventory').map(({ offset }) => offset)]) {
    assert.deepEqual(offsets, Array.from(offsets, (_, index) => offsets[0] + index));
  }
  assert.deepEqual(eventsOf(window, goods).map(({ data }) => data.after.quantity), Array.from({ length: writes }, (_, index) => 99 - index));
  assert.ok(!frames.lost(), 'the gateway says that something was lost');
  assert.ok(frames.recovered(), 'the gateway does not say that all was recovered');
}

describe('A page whose gateway', () => {
  it('is cut off under writes says so, and misses nothing', async () => {
    const goods = await product();
    const window = await onProduct(goods);
    await takeOne(goods);
    await shows(window.page, 'Available', '99');
    front.cut();
    const end = performance.now() + CUT_MS;
    await state(window.page, 'waiting');
    for (let writes = 1; writes < WRITES; writes++) {
      await takeOne(goods);
    }
    await until('the cut has lasted', () => performance.now() > end, CUT_MS + 1_000);
    await window.page.getByText('The connection was lost and is tried again by itself.').waitFor();
    front.join();
    await isLive(window.page);
    await shows(window.page, 'Available', String(100 - WRITES));
    await allCame(window, goods, WRITES);
    assertNothingMissed(window, goods, WRITES);
    assert.ok(await isMarked(window.page), 'the page was loaded again');
    window.assertNone(UNREACHABLE);
    await window.context.close();
  });

  it('is stopped and started again goes on where it was', async () => {
    const goods = await product();
    const window = await onProduct(goods);
    await takeOne(goods);
    await shows(window.page, 'Available', '99');
    const restarted = fetch(`${place.keeper}/restart`, { method: 'POST' });
    await state(window.page, 'waiting', 'connecting', 'offline');
    await takeOne(goods);
    assert.equal((await restarted).status, 204);
    await isLive(window.page);
    await takeOne(goods);
    await shows(window.page, 'Available', '97');
    await allCame(window, goods, 3);
    assertNothingMissed(window, goods, 3);
    assert.ok(window.frames.sockets.length > 1, 'the page has kept its socket');
    assert.ok(await isMarked(window.page), 'the page was loaded again');
    window.assertNone(UNREACHABLE);
    await window.context.close();
  });

  // A page gives a silent connection ten seconds.
  if (scale(false, true)) {
    it('is beyond a network that is gone says so, and is live again when that is back', async () => {
      const goods = await product();
      const window = await onProduct(goods);
      await window.context.setOffline(true);
      await state(window.page, 'offline');
      await window.page.getByText('There is no network.').waitFor();
      await takeOne(goods);
      await window.context.setOffline(false);
      await isLive(window.page);
      await shows(window.page, 'Available', '99');
      await allCame(window, goods, 1);
      assertNothingMissed(window, goods, 1);
      window.assertNone(UNREACHABLE);
      await window.context.close();
    });
  }
});
