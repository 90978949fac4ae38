import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
// @ts-expect-error It belongs to the build, which has no types.
import { firstLoad, refused, served, unsafe } from '../build/check.mjs';

describe('What is built', () => {
  const files = served('dist') as string[];
  const page = readFileSync('dist/index.html', 'utf8');

  it('is at most 250 kB over the wire until the page runs', () => {
    assert.ok(firstLoad('dist') < 250_000, `${firstLoad('dist')} bytes`);
  });

  it('loads what there is, from here, and has no code in the page', () => {
    const named = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, path]) => path);
    assert.equal(named.length, 4);
    named.forEach((path) => assert.ok(files.includes(path ?? ''), path));
    assert.deepEqual(refused(page), []);
    assert.deepEqual(refused('<script>x</script><a href="//cdn.example/x">'), ['code or style in the page itself', 'something from elsewhere']);
  });

  it('makes no code of text, and no HTML', () => {
    for (const file of files.filter((path) => path.endsWith('.js'))) {
      const script = readFileSync(`dist/${file}`, 'utf8');
      assert.deepEqual(unsafe(script), [], file);
      assert.doesNotMatch(script, /dangerouslySetInnerHTML:\{/, file);
    }
    assert.equal(unsafe('eval("1"); new Function("x"); setTimeout("x", 1)').length, 3);
  });

  it('keeps no token where it outlives the tab', () => {
    const sources = ['src/auth/session.ts', 'src/app/remembered.ts'].map((file) => readFileSync(file, 'utf8'));
    assert.match(sources[0] ?? '', /userStore: store,\s+stateStore: store/);
    assert.doesNotMatch(sources[0] ?? '', /localStorage/);
    assert.match(sources[1] ?? '', /name: 'language' \| 'theme'/);
  });

  it('carries the licences of the libraries in it', () => {
    const text = readFileSync('dist/licenses.txt', 'utf8');
    const { devDependencies: versions } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };
    for (const name of ['@tanstack/react-query', 'oidc-client-ts', 'react', 'react-dom', 'uplot']) {
      assert.ok(text.includes(`${name} ${versions[name]}: `), name);
    }
    assert.ok(text.includes('Apache License') && text.includes('Permission is hereby granted'));
  });

  it('has its assets named for what is in them', () => {
    files.filter((path) => path.startsWith('assets/')).forEach((path) => assert.match(path, /-[A-Z0-9]{8}\.(js|css)$/));
  });
});
