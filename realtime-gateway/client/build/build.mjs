// Builds the package into dist/: node build/build.mjs [folder that gets what the gateway serves]
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bin, fail, home, install, requireNode, run } from './tools.mjs';
import { checkSize } from './size.mjs';

const MODULE = 'kucun-realtime';
const SERVED = [`${MODULE}.js`, `${MODULE}.js.map`, `${MODULE}.d.ts`];
const BINDINGS = ['react', 'query'];
const dist = join(home, 'dist');
const stamp = join(home, 'target/built');

/** A digest of everything that the outcome depends on. */
function inputs() {
  const folders = ['src', 'build'].flatMap((folder) => readdirSync(join(home, folder)).map((file) => join(folder, file)));
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', ...folders].sort()) {
    hash.update(file).update(readFileSync(join(home, file)));
  }
  return hash.digest('hex');
}

async function bundle() {
  const { build } = await import('esbuild');
  const common = { outdir: dist, bundle: true, minify: true, format: 'esm', target: 'es2022', sourcemap: true, logLevel: 'warning', absWorkingDir: home };
  await build({ ...common, entryPoints: [`src/${MODULE}.ts`] });
  // They share the one module: a second copy would have a second connection.
  await build({ ...common, entryPoints: BINDINGS.map((name) => `src/${name}.ts`), packages: 'external', external: [`./${MODULE}.js`, './react.js'] });
}

function declare() {
  const types = join(dist, 'types');
  run(bin('tsc'), ['-p', join(home, 'tsconfig.build.json')]);
  for (const name of [MODULE, ...BINDINGS]) {
    copyFileSync(join(types, `${name}.d.ts`), join(dist, `${name}.d.ts`));
  }
  rmSync(types, { recursive: true });
  if (/ from '\.|import\(/.test(readFileSync(join(dist, `${MODULE}.d.ts`), 'utf8'))) {
    fail(`${MODULE}.d.ts refers to other files: it is served alone`);
  }
}

requireNode();
install();
const wanted = inputs();
if (!existsSync(dist) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  mkdirSync(join(home, 'target'), { recursive: true });
  declare();
  await bundle();
  checkSize(join(dist, `${MODULE}.js`));
  writeFileSync(stamp, wanted);
}

const [served] = process.argv.slice(2);
if (served) {
  mkdirSync(resolve(served), { recursive: true });
  SERVED.forEach((file) => copyFileSync(join(dist, file), join(resolve(served), file)));
}
