import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Api, withQuery } from '../src/api/http';
import { Intent } from '../src/api/intent';
import { Pace } from '../src/api/pace';
import { faultsByField, isRefusal, mayRetry, Refused, retryDelay, Unreachable } from '../src/api/problem';

/** An API whose service gives these answers, and what it was asked. */
function apiWith(...answers: (Response | Error)[]) {
  const asked: { url: string; init: RequestInit & { headers: Record<string, string> } }[] = [];
  const tokens: boolean[] = [];
  const send = async (url: unknown, init: unknown) => {
    asked.push({ url: String(url), init: init as (typeof asked)[0]['init'] });
    const answer = answers.shift();
    if (!answer || answer instanceof Error) {
      throw answer ?? new TypeError('no more answers');
    }
    return answer;
  };
  const api = new Api(
    async (renew) => `token${tokens.push(renew)}`,
    () => 'zh-Hans',
    send as typeof fetch,
  );
  return { api, asked, tokens };
}

const json = (body: unknown, status = 200, headers = {}) => new Response(JSON.stringify(body), { status, headers });

describe('A call of the API', () => {
  it('carries the token and the language', async () => {
    const { api, asked } = apiWith(json({ data: [] }));
    assert.deepEqual(await api.read('products?limit=1'), { data: [] });
    assert.equal(asked[0]?.url, '/api/v1/products?limit=1');
    assert.deepEqual(asked[0]?.init.headers, { Authorization: 'Bearer token1', 'Accept-Language': 'zh-Hans' });
  });

  it('is made once more with a new token after a 401, and not again', async () => {
    const { api, tokens } = apiWith(json({}, 401), json({ id: 1 }));
    assert.deepEqual(await api.read('products/1'), { id: 1 });
    assert.deepEqual(tokens, [false, true]);
    const refused = apiWith(json({ code: 'unauthenticated' }, 401), json({ code: 'unauthenticated' }, 401));
    await assert.rejects(refused.api.read('products'), (error) => isRefusal(error, 'unauthenticated'));
  });

  it('writes to the version that was shown, under its key', async () => {
    const { api, asked } = apiWith(new Response(null, { status: 204 }), json({ version: 4 }));
    assert.equal(await api.write({ method: 'DELETE', path: 'products/1', version: 3 }), undefined);
    await api.write({ method: 'PUT', path: 'products/1', version: 3, key: 'k', body: { name: 'x' } });
    assert.equal(asked[0]?.init.headers['If-Match'], '"3"');
    assert.equal(asked[0]?.init.headers['Content-Type'], undefined);
    assert.equal(asked[1]?.init.headers['Idempotency-Key'], 'k');
    assert.equal(asked[1]?.init.body, '{"name":"x"}');
  });

  it('tells a refusal from no answer', async () => {
    const { api } = apiWith(json({ code: 'busy' }, 409, { 'Retry-After': '2' }), new TypeError('failed to fetch'), new Response('<html>', { status: 502 }));
    await assert.rejects(api.read('a'), (error) => error instanceof Refused && error.retryAfterMs === 2_000);
    await assert.rejects(api.read('b'), Unreachable);
    await assert.rejects(api.read('c'), (error) => isRefusal(error, 'http_502'));
  });
});

describe('A refusal', () => {
  it('says which field, by the first fault of each', () => {
    const errors = [
      { pointer: '/code', code: 'required', message: 'first' },
      { pointer: '/code', code: 'size', message: 'second' },
      { pointer: '/items/0/quantity', code: 'min', message: 'items/0/quantity must be at least 1.' },
      { parameter: 'page', code: 'x', message: 'none of the body' },
    ];
    assert.deepEqual(faultsByField(new Refused({ status: 400, code: 'validation', errors })), { code: 'first', 'items/0/quantity': '{field} must be at least 1.' });
    assert.deepEqual(faultsByField(new Error('other')), {});
  });

  it('is tried again only if that may help', () => {
    const refused = (status: number) => new Refused({ status, code: 'x' }, 2_000);
    assert.deepEqual([400, 401, 403, 404, 409, 412, 422, 429, 503].map((status) => mayRetry(0, refused(status))), [false, false, false, false, false, false, false, true, true]);
    assert.equal(mayRetry(0, new Refused({ status: 409, code: 'busy' })), true);
    assert.equal(mayRetry(0, new Unreachable(null)), true);
    assert.equal(mayRetry(3, new Unreachable(null)), false);
    assert.equal(retryDelay(0, refused(503)), 2_000);
    assert.deepEqual([0, 1, 9].map((failures) => retryDelay(failures, new Unreachable(null))), [500, 1_000, 8_000]);
  });
});

describe('Reads of the same', () => {
  it('begin at once when it is quiet, and apart when much happens', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    let now = 0;
    const pace = new Pace(() => now);
    const begun: string[] = [];
    const read = (name: string) => pace.wait('path').then(() => begun.push(name));
    await read('first');
    now = 100;
    void read('second');
    void read('third');
    await pace.wait('other');
    assert.deepEqual(begun, ['first']);
    context.mock.timers.tick(300);
    await new Promise(setImmediate);
    assert.deepEqual(begun, ['first', 'second']);
    context.mock.timers.tick(400);
    await new Promise(setImmediate);
    assert.deepEqual(begun, ['first', 'second', 'third']);
    now = 5_000;
    await read('fourth');
    assert.equal(begun.at(-1), 'fourth');
  });
});

describe('An intent', () => {
  it('keeps its key until there is an answer, or it is another', () => {
    let made = 0;
    const intent = new Intent(() => `key${++made}`);
    assert.equal(intent.keyFor({ quantity: 1 }), 'key1');
    assert.equal(intent.keyFor({ quantity: 1 }), 'key1');
    assert.equal(intent.keyFor({ quantity: 2 }), 'key2');
    intent.answered();
    assert.equal(intent.keyFor({ quantity: 2 }), 'key3');
  });

  it('keeps its key when it failed, unless the service has refused it for good', () => {
    let made = 0;
    const intent = new Intent(() => `key${++made}`);
    const keyAfter = (error: unknown) => {
      intent.keyFor('x');
      intent.failed(error);
      return intent.keyFor('x');
    };
    const refused = (status: number, code = 'x') => new Refused({ status, code });
    for (const error of [new Unreachable(null), refused(408), refused(409, 'busy'), refused(429), refused(500), refused(502), refused(503), refused(504)]) {
      assert.equal(keyAfter(error), 'key1');
    }
    assert.deepEqual([400, 403, 409, 412, 422].map((status) => keyAfter(refused(status))), ['key2', 'key3', 'key4', 'key5', 'key6']);
  });
});

describe('A query', () => {
  it('says only what is said', () => {
    assert.equal(withQuery('products', { search: 'a&b 砖', low: undefined, page: 1, none: '' }), 'products?search=a%26b+%E7%A0%96&page=1');
    assert.equal(withQuery('products', {}), 'products');
  });
});
