import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';

const MOST_LINES = 250;
// What each entry may import from outside; the core nothing at all.
const OUTSIDE: Record<string, string[]> = {
  'react.ts': ['react'],
  'query.ts': ['react', '@tanstack/react-query'],
  'refresher.ts': ['@tanstack/react-query'],
};

interface Source {
  readonly file: string;
  readonly text: string;
}

const sources = ['src', 'test', 'test/support', 'test/online', 'build', 'examples'].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.(tsx?|m?js|jsx)$/.test(file))
    .map((file): Source => ({ file: `${folder}/${file}`, text: readFileSync(`${folder}/${file}`, 'utf8') })),
);

function tooLong({ text }: Source): boolean {
  return text.split('\n').length > MOST_LINES;
}

function importsTooMuch({ file, text }: Source): boolean {
  const allowed = OUTSIDE[file.replace('src/', '')] ?? [];
  const names = [...text.matchAll(/(?:from|import) '([^'.][^']*)'/g)].map((match) => match[1]!);
  return names.some((name) => !allowed.includes(name));
}

/** The core must be usable without React: bindings import it, never the other way. */
function importsBindings({ file, text }: Source): boolean {
  return !OUTSIDE[file.replace('src/', '')] && /from '\.\/(react|query|refresher)\.js'/.test(text);
}

describe('The sources', () => {
  const core = sources.filter(({ file }) => file.startsWith('src/'));

  it('are short', () => assert.deepEqual(sources.filter(tooLong).map(({ file }) => file), []));
  it('import nothing from outside but what they bind', () => assert.deepEqual(core.filter(importsTooMuch), []));
  it('do not import the bindings', () => assert.deepEqual(core.filter(importsBindings), []));

  it('are watched by rules that find what breaks them', () => {
    assert.ok(core.length > 15);
    assert.ok(tooLong({ file: 'src/x.ts', text: '\n'.repeat(MOST_LINES) }));
    assert.ok(importsTooMuch({ file: 'src/x.ts', text: "import { useRef } from 'react';" }));
    assert.ok(importsTooMuch({ file: 'src/react.ts', text: "import { x } from 'lodash';" }));
    assert.ok(importsBindings({ file: 'src/x.ts', text: "import { x } from './query.js';" }));
  });

  it('depend on packages by their content, wherever they come from', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const packages = Object.entries<Record<string, unknown>>(lock.packages).filter(([name]) => name);
    assert.ok(packages.length > 10);
    for (const [name, one] of packages) {
      assert.ok(one['integrity'] && !('resolved' in one), name);
    }
    assert.equal(JSON.parse(readFileSync('package.json', 'utf8')).dependencies, undefined);
  });
});

describe('The budget of the module', () => {
  const check = (file: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', `import { checkSize } from './build/size.mjs'; checkSize('${file}')`]);

  it('holds', () => assert.equal(check('dist/kucun-realtime.js').status, 0));

  it('would fail the build', () => {
    const noise = Array.from({ length: 6_100 }, () => Math.floor(Math.random() * 256));
    writeFileSync('target/noise.bin', Uint8Array.from(noise));
    const { status, stderr } = check('target/noise.bin');
    assert.equal(status, 1);
    assert.match(String(stderr), /^kucun: target\/noise\.bin has \d+ bytes gzipped, and may have 6000\n$/);
  });
});
