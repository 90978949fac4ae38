// Checks the types of everything, then runs the tests: node build/test.mjs [results file] [names of files]
import { build } from 'esbuild';
import { join } from 'node:path';
import { bundleTests, runTests } from './node-tests.mjs';
import { bin, home, run } from './tools.mjs';

const [results, ...only] = process.argv.slice(2);

run(process.execPath, [join(home, 'build/build.mjs')]);
run(bin('tsc'), ['-p', home]);

// The examples load the module from a gateway, and get the one that was built.
const served = {
  name: 'served',
  setup: ({ onResolve }) => onResolve({ filter: /^https:\/\/realtime\.example\/client\// }, ({ path }) => ({ path: join(home, 'dist', path.split('/').at(-1)) })),
};

runTests(await bundleTests(build, home, only, { packages: 'external', plugins: [served] }), home, results, ['--enable-source-maps']);
