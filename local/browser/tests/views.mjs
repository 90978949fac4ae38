import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { violations } from '../support/axe.mjs';
import { order, product, takeOne } from '../support/api.mjs';
import { isLive, newWindow, signIn } from '../support/browser.mjs';
import { place, scale } from '../support/place.mjs';

const SCREENS = { phone: { width: 375, height: 812 }, desktop: { width: 1280, height: 900 } };
const LANGUAGES = { zh: 'zh-Hans', en: 'en' };
const SCHEMES = ['light', 'dark'];
const MOST_PIXELS = 4_000;

const all = Object.keys(SCREENS).flatMap((screen) => Object.keys(LANGUAGES).flatMap((language) => SCHEMES.map((scheme) => ({ screen, language, scheme }))));
// Each screen, each language and each scheme is among the few.
const few = all.filter(({ screen, language, scheme }) => (screen === 'phone') === (language === 'zh') && (language === 'zh') === (scheme === 'dark'));

/** Returns when nothing is being read or moved any more. */
async function settled(page) {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.loading, [aria-busy=true], .changed, .fresh, .spinner'));
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
}

/** The page from top to end: on a screen so high that what sticks to its edges covers nothing. */
async function wholePicture(page, { width, height }, path) {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, Math.min(whole, MOST_PIXELS)) });
  await page.screenshot({ path });
  await page.setViewportSize({ width, height });
}

const picture = (page, _, path) => page.screenshot({ path });

describe('Each view', () => {
  let goods;
  let placed;
  let window;
  before(async () => {
    mkdirSync(place.screenshots, { recursive: true });
    goods = await product();
    placed = await order(goods);
    await takeOne(goods);
    window = await newWindow({ reducedMotion: 'reduce' });
    await window.page.goto('/');
  });
  after(() => window.context.close());

  const addresses = () => ({
    products: '#/products',
    product: `#/products/${goods.id}`,
    orders: '#/orders',
    order: `#/orders/${placed.id}`,
    'new-order': '#/orders/new',
    alerts: '#/alerts',
    feed: '#/feed',
    system: '#/system',
    nowhere: '#/nowhere',
  });

  async function look({ screen, language, scheme }) {
    const { page } = window;
    await page.setViewportSize(SCREENS[screen]);
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate((tag) => localStorage.setItem('kucun.language', tag), LANGUAGES[language]);
    await page.reload();
    await page.locator(`html[lang=${LANGUAGES[language]}]`).waitFor();
  }

  async function judge(name, { screen, language, scheme }, take = wholePicture) {
    const { page } = window;
    await settled(page);
    await take(page, SCREENS[screen], join(place.screenshots, `${name}-${language}-${screen}-${scheme}.png`));
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const faults = await violations(page);
    return [...(wider > 0 ? [`${name}: ${wider} pixels wider than the screen`] : []), ...faults.map((fault) => `${name}: ${fault}`)];
  }

  const combinations = scale(few, all);
  const named = ({ screen, language, scheme }) => `on a ${screen}, ${language}, ${scheme}`;

  for (const combination of combinations) {
    it(`of who is not signed in is clean ${named(combination)}`, async () => {
      await look(combination);
      assert.deepEqual(await judge('sign-in', combination), []);
    });
  }

  for (const combination of combinations) {
    it(`is clean ${named(combination)}`, async () => {
      const { page } = window;
      if (await page.locator('main.welcome').isVisible()) {
        await signIn(page, 'admin');
      }
      await look(combination);
      await isLive(page);
      const faults = [];
      for (const [name, address] of Object.entries(addresses())) {
        await page.goto(`/${address}`);
        faults.push(...(await judge(name, combination)));
      }
      await page.goto(`/${addresses().product}`);
      await settled(page);
      for (const [index, name] of ['receive', 'issue', 'edit', 'archive', 'adjust'].entries()) {
        await page.locator('.page-head .actions button, td .button.small').nth(index).click();
        await page.getByRole('dialog').waitFor();
        faults.push(...(await judge(`product-${name}`, combination, picture)));
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      assert.deepEqual(faults, []);
      window.assertNone();
    });
  }

  it('would be found wrong by this check if it were', async () => {
    const { page } = window;
    await page.evaluate(() => document.querySelector('main').append(document.createElement('input')));
    assert.ok((await violations(page)).some((fault) => fault.startsWith('label:')));
  });
});
