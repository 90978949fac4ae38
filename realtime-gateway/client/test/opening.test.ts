import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failure } from '../src/errors.js';
import { Desk } from './support/desk.js';
import { Page, type Answer } from './support/page.js';

const refusal = (status: number, code: string, headers = {}): Answer => ({ status, body: { code, detail: `no: ${code}` }, headers });

function deskWith(...answers: Answer[]): Desk {
  const page = new Page();
  page.answer = () => answers.shift() ?? { status: 201, body: { ticket: 'a/b' } };
  return new Desk(page);
}

describe('A connection', () => {
  it('is opened with a ticket, which the token buys', async () => {
    const desk = deskWith();
    assert.equal(desk.status, 'connecting');
    await desk.page.settled();
    assert.equal(desk.page.tickets[0]?.method, 'POST');
    assert.deepEqual(desk.page.tickets[0]?.headers, { Authorization: 'Bearer token' });
    assert.equal(desk.page.socket.url, 'wss://gateway.test/ws?ticket=a%2Fb');
    assert.equal(desk.status, 'connecting');
    await desk.open();
    assert.equal(desk.status, 'open');
  });

  it('takes a new ticket for each attempt', async () => {
    const desk = await deskWith().open();
    await desk.comeBack();
    assert.equal(desk.page.tickets.length, 2);
  });

  it('tells what a page cannot see of a refused upgrade, and comes back', async () => {
    for (const [status, code, seconds] of [[401, 'invalid_token', 0], [429, 'too_many_connections_of_user', 10], [503, 'draining', 1]] as const) {
      const desk = deskWith(refusal(status, code, seconds ? { 'Retry-After': String(seconds) } : {}));
      await desk.page.settled();
      const { error, retryAt } = desk.realtime.state.get();
      assert.equal(desk.status, 'waiting');
      assert.deepEqual([error?.code, error?.status, error?.message, error?.terminal], [code, status, `no: ${code}`, false]);
      assert.equal(error?.retryAfterMs, seconds ? seconds * 1000 : undefined);
      assert.deepEqual(desk.errors, [error]);
      assert.ok(retryAt! >= desk.page.time + seconds * 1000);
      desk.page.tell('awake');
      await desk.page.pass(Math.max(seconds * 1000, status === 401 ? 1000 : 0) - 1);
      assert.equal(desk.page.tickets.length, 1, `${code} is not hurried`);
      await desk.page.pass(501);
      assert.equal(desk.page.tickets.length, 2);
      assert.deepEqual(desk.renewals, [false, status === 401]);
    }
  });

  it('ends where the page is not let in', async () => {
    for (const [status, code] of [[403, 'origin_forbidden'], [400, 'token_in_query']] as const) {
      const desk = deskWith(refusal(status, code));
      await desk.page.pass(3_600_000);
      assert.deepEqual([desk.status, desk.codes, desk.page.tickets.length], ['closed', [code], 1]);
    }
  });

  it('survives whatever answers in place of the gateway', async () => {
    for (const [answer, code] of [
      [new TypeError('Failed to fetch'), 'unreachable'],
      [{ status: 502 }, 'http_502'],
      [{ status: 404, body: { code: 'not_found' } }, 'not_found'],
      [{ status: 201, body: {} }, 'http_201'],
      [{ status: 503, headers: { 'Retry-After': 'Fri, 27 Nov 2026 00:00:00 GMT' } }, 'http_503'],
    ] as const) {
      const desk = deskWith(answer);
      await desk.page.settled();
      assert.deepEqual([desk.status, desk.codes], ['waiting', [code]]);
      await desk.page.pass(500);
      await desk.open();
      assert.equal(desk.status, 'open');
    }
  });

  it('waits for an asynchronous token, and tells why there is none', async () => {
    const desk = new Desk();
    desk.token = async () => {
      throw new Error('offline');
    };
    await desk.page.settled();
    assert.deepEqual(desk.codes, []);
    await desk.comeBack();
    desk.token = () => {
      throw new Error('silent renewal failed');
    };
    await desk.comeBack();
    assert.equal(desk.codes.filter((code) => code === 'token_failed').length > 0, true);
    assert.match(desk.errors.at(-1)!.message, /silent renewal failed/);
    assert.equal((desk.errors.at(-1)!.cause as Error).message, 'silent renewal failed');
  });

  it('ends where nobody is signed in, until somebody is', async () => {
    const desk = new Desk();
    desk.token = () => '';
    desk.page.socket?.ends(1006);
    await desk.open();
    await desk.comeBack();
    assert.deepEqual([desk.status, desk.realtime.state.get().error?.code], ['closed', 'no_token']);
    desk.token = () => 'other';
    desk.realtime.reconnect();
    await desk.open();
    assert.equal(desk.status, 'open');
  });

  it('gives up an attempt after 30 seconds, wherever it hangs', async () => {
    const never = new Promise<never>(() => {});
    for (const where of ['token', 'ticket', 'welcome']) {
      const page = new Page();
      page.answer = where === 'ticket' ? () => never : page.answer;
      const desk = new Desk(page, where === 'token' ? { getToken: () => never } : {});
      await page.pass(29_999);
      assert.equal(desk.status, 'connecting');
      await page.pass(1);
      assert.deepEqual([desk.status, desk.realtime.state.get().error?.code], ['waiting', 'unreachable'], where);
    }
  });

  it('does nothing more once it is closed, whatever was on its way', async () => {
    const page = new Page();
    let answered = (_: Answer) => {};
    page.answer = () => new Promise((resolve) => (answered = resolve));
    const desk = new Desk(page);
    await page.settled();
    desk.realtime.close();
    answered({ status: 201, body: { ticket: 't' } });
    await page.pass(3_600_000);
    assert.deepEqual([page.sockets.length, page.timers, desk.status, desk.ended], [0, 0, 'closed', 1]);
    let give = (_: string) => {};
    const second = new Desk(page, { getToken: () => new Promise((resolve) => (give = resolve)) });
    second.realtime.close();
    give('late');
    await page.settled();
    assert.equal(page.tickets.length, 1);
    assert.throws(() => desk.realtime.subscribe('orders', () => {}), TypeError);
    desk.realtime.reconnect();
    assert.equal(desk.status, 'closed');
  });
});

describe('An error', () => {
  it('is an Error with a code', () => {
    const error = failure('draining', 'no', { cause: 'x' });
    assert.ok(error instanceof Error);
    assert.deepEqual([error.name, error.code, error.message, error.cause, error.terminal], ['RealtimeError', 'draining', 'no', 'x', false]);
  });

  it('that nobody asked for is uncaught', async () => {
    const page = new Page();
    const { onError: _, ...rest } = { onError: undefined };
    const desk = new Desk(page, { ...rest, onError: undefined as never });
    await desk.open();
    page.socket.ends(1006);
    assert.equal((page.reported[0] as { code: string }).code, 'connection_lost');
  });

  it('thrown by onError is uncaught too, and stops nothing', async () => {
    const page = new Page();
    const desk = await new Desk(page, {
      onError: () => {
        throw new Error('mine');
      },
    }).open();
    await desk.comeBack();
    assert.deepEqual([desk.status, String(page.reported[0])], ['open', 'Error: mine']);
  });
});
