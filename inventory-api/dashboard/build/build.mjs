// Builds the pages into dist/: node build/build.mjs [folder that gets what the service serves]
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bin, install, requireNode, run } from '../../../realtime-gateway/client/build/tools.mjs';
import { check } from './check.mjs';
import { home } from './home.mjs';
import { licenses } from './licenses.mjs';

const dist = join(home, 'dist');
const stamp = join(home, 'target/built');
const client = resolve(home, '../../realtime-gateway/client');
const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml', txt: 'text/plain; charset=utf-8' };

function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .sort();
}

const digest = (...contents) => contents.reduce((hash, content) => hash.update(content), createHash('sha256')).digest('hex');

/** A digest of everything that the outcome depends on. */
function inputs() {
  const files = ['src', 'build', 'static'].flatMap((folder) => filesIn(join(home, folder)));
  files.push(join(home, 'package-lock.json'), join(home, 'tsconfig.json'), ...filesIn(join(client, 'src')), join(client, 'build/tools.mjs'));
  return digest(...files.flatMap((file) => [file.slice(home.length), readFileSync(file)]));
}

/** Names each asset for its content, and returns the names; the licences of what is in them go beside. */
async function bundle() {
  const { build } = await import('esbuild');
  const { common } = await import('./bundle.mjs');
  const { metafile } = await build({
    ...common,
    entryPoints: { app: 'src/main.tsx', theme: 'src/app/theme-first.ts', app_style: 'src/style/index.css' },
    outdir: 'dist/assets',
    entryNames: '[name]-[hash]',
    minify: true,
    metafile: true,
    legalComments: 'none',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  writeFileSync(join(dist, 'licenses.txt'), licenses(home, Object.keys(metafile.inputs)));
  const outputs = Object.entries(metafile.outputs).map(([path, { entryPoint }]) => [entryPoint, path.replace(/^dist/, '')]);
  return Object.fromEntries(outputs);
}

function writePages(names) {
  const page = readFileSync(join(home, 'static/index.html'), 'utf8').replaceAll(/%([\w./-]+)%/g, (_, entry) => names[entry]);
  writeFileSync(join(dist, 'index.html'), page);
  cpSync(join(home, 'static/favicon.svg'), join(dist, 'favicon.svg'));
}

/** Lists what is served, and puts the compressed form beside each file that gets smaller by it. */
function list() {
  const lines = filesIn(dist).map((file) => {
    const content = readFileSync(file);
    const gzipped = gzipSync(content, { level: 9 });
    if (gzipped.length < content.length) {
      writeFileSync(`${file}.gz`, gzipped);
    }
    const path = file.slice(dist.length).replaceAll('\\', '/');
    return `${path}\t${TYPES[path.split('.').at(-1)]}\t${digest(content).slice(0, 32)}\n`;
  });
  writeFileSync(join(dist, 'files.tsv'), lines.join(''));
}

requireNode();
install(home);
const wanted = inputs();
if (!existsSync(dist) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(join(home, 'target'), { recursive: true });
  run(bin('tsc', home), ['-p', home], home);
  writePages(await bundle());
  list();
  check(dist);
  writeFileSync(stamp, wanted);
}

const [served] = process.argv.slice(2);
if (served) {
  rmSync(resolve(served), { recursive: true, force: true });
  cpSync(dist, resolve(served), { recursive: true });
}
