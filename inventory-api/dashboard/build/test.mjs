// Checks the types of everything, then runs the tests: node build/test.mjs [results file] [names of files]
import { build } from 'esbuild';
import { join } from 'node:path';
import { common } from './bundle.mjs';
import { home } from './home.mjs';
import { bundleTests, runTests } from '../../../realtime-gateway/client/build/node-tests.mjs';
import { bin, run } from '../../../realtime-gateway/client/build/tools.mjs';

const [results, ...only] = process.argv.slice(2);

run(process.execPath, [join(home, 'build/build.mjs')], home);
run(bin('tsc', home), ['-p', home], home);

const options = {
  ...common,
  external: ['esbuild'],
  // Some packages are CommonJS and ask for Node's own modules.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
};

runTests(await bundleTests(build, home, only, options), home, results, ['--enable-source-maps']);
