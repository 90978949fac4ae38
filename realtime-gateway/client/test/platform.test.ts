import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Window } from 'happy-dom';
import { connect, parsePosition } from '../src/kucun-realtime.js';
import { browser } from '../src/platform.js';
import { Browser } from './support/browser.js';

describe('A page', () => {
  it('has one socket to a gateway, for any number of users', async () => {
    const page = new Browser();
    const options = { getToken: () => 'token' };
    const one = connect({ ...options, url: 'https://one.test/' });
    const same = connect({ ...options, url: new URL('https://one.test') });
    const below = connect({ ...options, url: 'https://one.test/realtime/' });
    await page.settled();
    assert.deepEqual(page.sockets.map(({ url }) => url), ['wss://one.test/ws?ticket=t', 'wss://one.test/realtime/ws?ticket=t']);
    one.close();
    assert.equal(page.sockets[0]?.closedWith, undefined);
    same.close();
    below.close();
    assert.deepEqual(page.sockets.map(({ closedWith }) => closedWith), [1000, 1000]);
    connect({ ...options, url: 'https://one.test' }).close();
    connect({ ...options, url: 'http://one.test' }).close();
  });

  it('tells of its network, and of being looked at again', () => {
    const window = new Window();
    const told: string[] = [];
    const before = { document: globalThis.document, addEventListener: globalThis.addEventListener };
    let hidden = true;
    Object.defineProperty(window.document, 'hidden', { get: () => hidden });
    Object.assign(globalThis, { document: window.document, addEventListener: window.addEventListener.bind(window) });
    const stop = browser().listen((what) => told.push(what));
    const happens = (target: typeof window | typeof window.document, type: string) => target.dispatchEvent(new window.Event(type));
    happens(window, 'offline');
    happens(window, 'online');
    happens(window.document, 'visibilitychange');
    hidden = false;
    happens(window.document, 'visibilitychange');
    happens(window.document, 'resume');
    happens(window, 'pageshow');
    assert.deepEqual(told, ['offline', 'online', 'awake', 'awake', 'awake']);
    stop();
    happens(window, 'online');
    assert.equal(told.length, 5);
    Object.assign(globalThis, before);
  });

  it('without a window, as on a server, can load the module', () => {
    assert.equal(browser().isOnline(), true);
    browser().listen(() => {})();
  });

  it('reads positions', () => {
    assert.deepEqual({ ...parsePosition('products=e1:12, __proto__=e:0,inventory=3034b42b62b1:99') }, {
      products: { epoch: 'e1', offset: 12 },
      ['__proto__']: { epoch: 'e', offset: 0 },
      inventory: { epoch: '3034b42b62b1', offset: 99 },
    });
  });
});
