import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { en } from '../src/i18n/en';
import { formatsOf } from '../src/i18n/format';
import { chooseLanguage } from '../src/i18n/languages';
import { say } from '../src/i18n/messages';
import { zh } from '../src/i18n/zh';

const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/i18n\/(en|zh)\//.test(file))
  .map((file) => [file, readFileSync(join('src', file), 'utf8')] as const);

describe('The languages', () => {
  it('say the same things, with the same places for values', () => {
    assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
    for (const [key, text] of Object.entries(en)) {
      assert.deepEqual(slots(zh[key as keyof typeof en]), slots(text), key);
    }
  });

  it('are both complete: nothing is empty, and Chinese is Chinese', () => {
    for (const [key, text] of Object.entries(zh)) {
      assert.match(text, /\p{Script=Han}/u, key);
    }
    for (const [key, text] of Object.entries(en)) {
      assert.doesNotMatch(text, /\p{Script=Han}/u, key);
      assert.notEqual(text.trim(), '', key);
    }
  });

  it('have no message that nothing says', () => {
    const code = sources.map(([, text]) => text).join('\n');
    const spoken = [...code.matchAll(/t\(\s*`([^`]*)`/g)].map(([, pattern = '']) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w-]+')}$`));
    const unused = Object.keys(en).filter((key) => !code.includes(`'${key}'`) && !spoken.some((pattern) => pattern.test(key)));
    assert.deepEqual(unused, []);
  });

  it('leave no words in the views', () => {
    const worded = /<(?:p|h1|h2|span|strong|dt|dd|li|button|label|th|td|a)[^<>]*>\s*[A-Za-z][a-z]+[^<{]*</;
    const found = sources.filter(([file, text]) => file.endsWith('.tsx') && !file.endsWith('brand.tsx') && worded.test(text)).map(([file]) => file);
    assert.deepEqual(found, []);
    assert.match('<p>Some words</p>', worded);
  });

  it('put values where they belong', () => {
    assert.equal(say(en, 'pages.at', { page: 2, pages: 9 }), 'Page 2 of 9');
    assert.equal(say(zh, 'pages.at', { page: 2, pages: 9 }), '第 2 页，共 9 页');
  });
});

describe('The language of the page', () => {
  it('is the one that was chosen, or the first of the browser that there is', () => {
    assert.equal(chooseLanguage('zh-Hans', ['en-US']).tag, 'zh-Hans');
    assert.equal(chooseLanguage(null, ['fr-FR', 'zh-TW', 'en']).tag, 'zh-Hans');
    assert.equal(chooseLanguage('klingon', ['de', 'en-GB', 'zh']).tag, 'en');
    assert.equal(chooseLanguage(null, []).tag, 'en');
  });
});

describe('Numbers and times', () => {
  const english = formatsOf('en-GB', 'UTC');

  it('are written as the language does', () => {
    assert.equal(english.number(1_234_567), '1,234,567');
    assert.equal(english.change(-3), '−3');
    assert.equal(english.change(3), '+3');
    assert.equal(english.change(0), '0');
    assert.equal(english.percent(0.9876), '98.8%');
    assert.equal(formatsOf('zh-CN', 'UTC').date('2026-05-01'), '2026年5月1日');
  });

  it('keep every digit of money', () => {
    assert.equal(english.money('9999999999999999.99'), '9,999,999,999,999,999.99');
    assert.equal(english.money('19.9'), '19.90');
  });

  it('do not move a day by the time zone', () => {
    for (const zone of ['Pacific/Honolulu', 'UTC', 'Asia/Shanghai']) {
      assert.equal(formatsOf('en-GB', zone).date('2026-05-01'), '1 May 2026');
    }
  });
});
