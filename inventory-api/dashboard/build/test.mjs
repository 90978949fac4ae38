// Checks the types of everything, then runs the tests: node build/test.mjs [results file] [names of files]
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { common } from './bundle.mjs';
import { home } from './home.mjs';
import { bin, run } from '../../../realtime-gateway/client/build/tools.mjs';

const [results, ...only] = process.argv.slice(2);
const output = join(home, 'target/test');
const reporter = resolve(home, '../../realtime-gateway/client/build/results.mjs');

run(process.execPath, [join(home, 'build/build.mjs')], home);
run(bin('tsc', home), ['-p', home], home);

const files = readdirSync(join(home, 'test')).filter((file) => /\.test\.tsx?$/.test(file) && (!only.length || only.some((name) => file.startsWith(name))));
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
await build({
  ...common,
  entryPoints: files.map((file) => join(home, 'test', file)),
  outdir: output,
  outExtension: { '.js': '.mjs' },
  external: ['esbuild'],
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  // Some packages are CommonJS and ask for Node's own modules.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});

const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
if (results) {
  reporters.push(`--test-reporter=${reporter}`, `--test-reporter-destination=${resolve(results)}`);
}
const built = readdirSync(output).filter((file) => file.endsWith('.test.mjs')).map((file) => join(output, file));
const node = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...reporters, ...built], { cwd: home, stdio: 'inherit' });
process.exit(node.status ?? 1);
