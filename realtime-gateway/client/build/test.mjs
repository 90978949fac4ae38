// Checks the types of everything, then runs the tests: node build/test.mjs [results file] [names of files]
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bin, home, run } from './tools.mjs';

const [results, ...only] = process.argv.slice(2);
const output = join(home, 'target/test');

run(process.execPath, [join(home, 'build/build.mjs')]);
run(bin('tsc'), ['-p', home]);

// The examples load the module from a gateway, and get the one that was built.
const served = {
  name: 'served',
  setup: ({ onResolve }) => onResolve({ filter: /^https:\/\/realtime\.example\/client\// }, ({ path }) => ({ path: join(home, 'dist', path.split('/').at(-1)) })),
};

const files = readdirSync(join(home, 'test')).filter((file) => /\.test\.tsx?$/.test(file) && (!only.length || only.some((name) => file.startsWith(name))));
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
await build({
  entryPoints: files.map((file) => join(home, 'test', file)),
  outdir: output,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  plugins: [served],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  sourcemap: 'inline',
  logLevel: 'warning',
});

const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
if (results) {
  reporters.push(`--test-reporter=${join(home, 'build/results.mjs')}`, `--test-reporter-destination=${resolve(results)}`);
}
const built = readdirSync(output).filter((file) => file.endsWith('.test.mjs')).map((file) => join(output, file));
const node = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...reporters, ...built], { cwd: home, stdio: 'inherit' });
process.exit(node.status ?? 1);
