import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { missing } from '../src/app/config';
import { listAddress, parseRoute } from '../src/app/route';
import { demands, lacksOf, newLine, orderBody } from '../src/orders/draft';
import { isPrice, timesPieces } from '../src/orders/money';
import { levelOf } from '../src/products/status';
import { filterIn } from '../src/products/queries';
import { piecesIn } from '../src/stock/bodies';
import { seriesOf, untilNow } from '../src/stock/series';
import { hitRate } from '../src/system/rates';
import type { Movement } from '../src/api/types';
import { product } from './support/goods';

describe('An address', () => {
  it('leads to a view', () => {
    const to = (hash: string) => ({ view: parseRoute(hash).view, id: parseRoute(hash).id });
    assert.deepEqual(to(''), { view: 'products', id: undefined });
    assert.deepEqual(to('#/products/p%201'), { view: 'product', id: 'p 1' });
    assert.deepEqual(to('#/orders/new'), { view: 'new-order', id: undefined });
    assert.deepEqual(to('#/orders/o1?x=1'), { view: 'order', id: 'o1' });
    assert.deepEqual(['#/feed', '#/system', '#/alerts?page=2'].map((hash) => parseRoute(hash).view), ['feed', 'system', 'alerts']);
    assert.deepEqual(['#/what', '#/products/a/b', '#/feed/x', '#/products/%'].map((hash) => parseRoute(hash).view), ['nowhere', 'nowhere', 'nowhere', 'product']);
  });

  it('keeps how a list is cut', () => {
    const { query } = parseRoute('#/products?search=T8&page=3');
    assert.deepEqual(filterIn(query), { search: 'T8', page: 3, low: false, archived: false });
    assert.equal(listAddress('products', query, { page: '', low: 'yes' }), '#/products?search=T8&low=yes');
    assert.equal(filterIn(parseRoute('#/products?page=-2').query).page, 1);
  });
});

describe('Stock over time', () => {
  const moved = (second: number, delta: number) => ({ occurredAt: new Date(second * 1_000).toISOString(), delta }) as Movement;

  it('is reckoned back from what there is', () => {
    const series = seriesOf(7, [moved(30, -3), moved(25, 0), moved(20, 10)]);
    assert.deepEqual(series, { seconds: [19, 20, 30], pieces: [0, 10, 7] });
    assert.deepEqual(untilNow(series, 99), { seconds: [19, 20, 30, 99], pieces: [0, 10, 7, 7] });
    assert.equal(untilNow(series, 5), series);
  });

  it('is nothing where nothing has moved', () => {
    assert.deepEqual(untilNow(seriesOf(7, [moved(1, 0)]), 9), { seconds: [], pieces: [] });
  });
});

describe('Pieces and prices', () => {
  it('are whole, and exact', () => {
    assert.deepEqual(['5', '−3', '-3', '+2', ' 7 ', '1.5', '', 'x', '9007199254740993'].map(piecesIn), [5, -3, -3, 2, 7, undefined, undefined, undefined, undefined]);
    assert.equal(timesPieces('19.90', 8), '159.20');
    assert.equal(timesPieces('0.0050', 1), '0.01');
    assert.equal(timesPieces('0.0049', 1), '0.00');
    assert.equal(timesPieces('1234567890.1234', 9_007_199_254_740_991), '11119998979846646143414028.29');
    assert.deepEqual(['19.9', '0', '1.23456', '-1', ''].map(isPrice), [true, true, false, false, false]);
  });

  it('are low at the threshold, and out at nothing', () => {
    const figures = (availableQuantity: number) => ({ totalQuantity: 99, reservedQuantity: 0, availableQuantity });
    assert.deepEqual([11, 10, 1, 0].map((pieces) => levelOf(figures(pieces), 10)), ['enough', 'low', 'low', 'out']);
    assert.equal(levelOf(undefined, 10), 'enough');
  });

  it('are hit or missed', () => {
    assert.equal(hitRate([]), 0);
    assert.equal(hitRate([{ hits: 3, misses: 1, bypasses: 0 }, { hits: 0, misses: 0, bypasses: 4 }]), 3 / 8);
  });
});

describe('An order as it is written', () => {
  const line = { ...newLine('a'), product: product(), quantity: '8', unitPrice: '19.90', colorCode: 'A01' };

  it('is what the service is asked for', () => {
    const body = orderBody({ customerName: ' Wang ', remarks: '', lines: [line] });
    assert.deepEqual(body, { customerName: 'Wang', remarks: null, items: [{ productId: 'p1', colorCode: 'A01', quantity: 8, allowMixedColors: false, unitPrice: '19.90' }] });
  });

  it('lacks what it lacks, where the service would say so', () => {
    assert.deepEqual(lacksOf({ customerName: '', remarks: '', lines: [line, newLine('b')] }), {
      customerName: 'required',
      'items/1/productId': 'required',
      'items/1/quantity': 'whole',
      'items/1/unitPrice': 'number',
    });
  });

  it('is looked up as far as it says enough', () => {
    assert.deepEqual(demands([newLine('b'), line, { ...line, key: 'c', quantity: '0' }]).keys, ['a']);
  });
});

describe('The settings', () => {
  it('are missed by name', () => {
    assert.deepEqual(missing({ issuer: 'i', roleClaim: 'r' }), ['WEB_OIDC_CLIENT_ID', 'WEB_GATEWAY_URL']);
    assert.deepEqual(missing({ issuer: 'i', roleClaim: 'r', clientId: 'c', gatewayUrl: 'g' }), []);
  });
});
