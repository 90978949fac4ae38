import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bodyOf, draftOf, merge, NEW } from '../src/products/draft';
import { entriesText, readEntries } from '../src/products/entries';
import { product } from './support/goods';

describe('Two who edit the same product', () => {
  const base = draftOf(product());

  it('keep what only one of them has changed', () => {
    const met = merge(base, { ...base, name: 'mine' }, { ...base, unit: 'sheet' });
    assert.deepEqual(met.merged, { ...base, name: 'mine', unit: 'sheet' });
    assert.deepEqual(met.theirs, ['unit']);
    assert.deepEqual(met.conflicts, []);
    assert.equal(met.mine, true);
  });

  it('are told what both have changed, and mine stays until I say otherwise', () => {
    const met = merge(base, { ...base, name: 'mine' }, { ...base, name: 'theirs' });
    assert.equal(met.merged.name, 'mine');
    assert.deepEqual(met.conflicts, ['name']);
  });

  it('agree when both have written the same', () => {
    assert.deepEqual(merge(base, { ...base, name: 'same' }, { ...base, name: 'same' }).conflicts, []);
  });

  it('have nothing to choose where I have changed nothing', () => {
    const now = { ...base, name: 'theirs' };
    const met = merge(base, base, now);
    assert.deepEqual(met.merged, now);
    assert.equal(met.mine, false);
  });
});

describe('The body of a form', () => {
  it('is the product that was read, if nothing was changed', () => {
    const { id, version, createdAt, updatedAt, archivedAt, ...fields } = product({ specifications: { surface: 'polished', thick: 9.5, tags: ['a'], text: '12', odd: 'a: b' } });
    assert.deepEqual(bodyOf(draftOf({ ...fields, id, version, createdAt, updatedAt, archivedAt })), { body: fields });
  });

  it('has no number where there is none', () => {
    assert.deepEqual(bodyOf({ ...NEW, piecesPerUnit: 'four', lowStockThreshold: '', weight: '1,5' }), { notNumbers: ['piecesPerUnit', 'lowStockThreshold', 'weight'] });
    assert.equal('body' in bodyOf({ ...NEW, weight: ' ' }), true);
  });
});

describe('Properties as lines', () => {
  it('lose nothing on the way there and back', () => {
    const entries = { surface: 'polished', count: 3, text: '3', truth: 'true', none: null, list: [1, 2], object: { a: 1 }, empty: '', url: 'http://x/y' };
    assert.deepEqual(readEntries(entriesText(entries)), entries);
  });

  it('take a colon of either kind, and a name alone', () => {
    assert.deepEqual(readEntries('表面：抛光\n\n grade : A \nplain'), { 表面: '抛光', grade: 'A', plain: '' });
  });
});
