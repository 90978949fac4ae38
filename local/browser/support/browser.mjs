// One Chromium for all tests, and a window of it for each user.
import { chromium } from 'playwright-core';
import { watchFaults } from './faults.mjs';
import { watchFrames } from './frames.mjs';
import { place } from './place.mjs';

const PATIENCE_MS = 20_000;
const QUIET = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...QUIET];

let launched;

/** What the issuer knows a browser by in which somebody has signed in before. */
const known = new Map();

function browser() {
  launched ??= chromium.launch({ executablePath: place.chromium, args });
  return launched;
}

export async function closeBrowser() {
  await (await launched)?.close();
}

/** A window that shares nothing with the others: its own cookies, its own cache. */
export async function newWindow(options = {}) {
  const context = await (await browser()).newContext({ baseURL: place.dashboard, locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const { faults, assertNone } = await watchFaults(context);
  return { context, faults, assertNone, ...(await newTab(context)) };
}

export async function newTab(context) {
  const page = await context.newPage();
  return { page, frames: watchFrames(page) };
}

/**
 * A window with the dashboard, where somebody has signed in whose password is the name, and at an
 * address. The session at the issuer is one of its own, or that of an earlier window.
 */
export async function signedIn(user, address = '#/products', { ownSession = false, ...options } = {}) {
  const window = await newWindow({ ...options, storageState: ownSession ? undefined : known.get(user) });
  await window.page.goto(`/${address}`);
  await signIn(window.page, user);
  if (!ownSession) {
    known.set(user, { cookies: (await window.context.storageState()).cookies, origins: [] });
  }
  return window;
}

/** From the dashboard's welcome through the form of the issuer, if that asks, back to where one was. */
export async function signIn(page, user) {
  await page.locator('main.welcome .button.primary').click();
  await page.locator('#username, [data-state=live]').first().waitFor();
  if (await page.locator('#username').isVisible()) {
    await page.locator('#username').fill(user);
    await page.locator('#password').fill(user);
    await page.locator('#kc-login').click();
  }
  await isLive(page);
}

export const isLive = (page) => page.locator('[data-state=live]').waitFor();

/** Marks the page as it is now; a page that was loaded again has lost the mark. */
export const mark = (page) => page.evaluate(() => (globalThis.marked = true));
export const isMarked = (page) => page.evaluate(() => globalThis.marked === true);

/** What the tab has of its user: the tokens and who it is. */
export const userOf = (page) => page.evaluate(() => JSON.parse(sessionStorage.getItem(Object.keys(sessionStorage).find((key) => key.startsWith('kucun.user:')))));
