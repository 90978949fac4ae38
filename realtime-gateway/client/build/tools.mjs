// What the build and the tests have in common.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = 20;

/** The folder of the package. */
export const home = join(dirname(fileURLToPath(import.meta.url)), '..');

export function bin(name, folder = home) {
  return join(folder, 'node_modules/.bin', name);
}

/** Ends this process with one readable line. */
export function fail(message) {
  console.error(`kucun: ${message}`);
  process.exit(1);
}

export function requireNode() {
  if (Number(process.versions.node.split('.')[0]) < LEAST_NODE) {
    fail(`a browser's code needs Node.js ${LEAST_NODE} or later to be built, and this is ${process.version}`);
  }
}

/** Runs a command to its end; a failure ends this process. */
export function run(command, args, folder = home) {
  const { status, error } = spawnSync(command, args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error) {
    fail(`the build needs ${command}, which cannot be started: ${error.message}`);
  }
  if (status !== 0) {
    fail(`${[command, ...args].join(' ')} failed`);
  }
}

/** Installs what package-lock.json says, unless that is there already. No script of a package is run. */
export function install(folder = home) {
  const lock = join(folder, 'package-lock.json');
  const installed = join(folder, 'node_modules/.installed');
  if (!existsSync(installed) || !readFileSync(installed).equals(readFileSync(lock))) {
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
    copyFileSync(lock, installed);
  }
}
