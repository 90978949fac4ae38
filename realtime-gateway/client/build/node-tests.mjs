// Runs tests in Node, for every package that has some.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { home as client } from './tools.mjs';

const REPORTER = join(client, 'build/results.mjs');

/** Bundles the tests of a package whose file names begin with one of these, or all, by its own esbuild; returns what came of it. */
export async function bundleTests(build, folder, only, options) {
  const output = join(folder, 'target/test');
  const files = readdirSync(join(folder, 'test')).filter((file) => /\.test\.tsx?$/.test(file) && (!only.length || only.some((name) => file.startsWith(name))));
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  await build({
    entryPoints: files.map((file) => join(folder, 'test', file)),
    outdir: output,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    sourcemap: 'inline',
    logLevel: 'warning',
    ...options,
  });
  return readdirSync(output).filter((file) => file.endsWith('.test.mjs')).map((file) => join(output, file));
}

/** Runs these files and ends this process as they end. What came of each test also goes to the results file, if one is named. */
export function runTests(files, folder, results, options) {
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  if (results) {
    reporters.push(`--test-reporter=${REPORTER}`, `--test-reporter-destination=${resolve(results)}`);
  }
  const { status } = spawnSync(process.execPath, ['--test', ...options, ...reporters, ...files], { cwd: folder, stdio: 'inherit' });
  process.exit(status ?? 1);
}
