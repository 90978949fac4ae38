// What the build and the tests bundle alike: the client is compiled from its source, with this package's React.
import { join, resolve } from 'node:path';
import { home } from './home.mjs';

const client = resolve(home, '../../realtime-gateway/client/src');
const shared = ['react', 'react/jsx-runtime', 'react-dom', '@tanstack/react-query'];

/** Where names lead, whichever folder they are imported from. */
const names = {
  name: 'names',
  setup(builder) {
    builder.onResolve({ filter: /^@kucun\/realtime/ }, ({ path }) => ({
      path: join(client, `${path.slice('@kucun/realtime'.length + 1) || 'kucun-realtime'}.ts`),
    }));
    builder.onResolve({ filter: /^(react|react-dom|@tanstack\/react-query)(\/|$)/ }, ({ path, importer, kind, pluginData }) =>
      pluginData === 'here' || !importer.startsWith(client) || !shared.includes(path)
        ? undefined
        : builder.resolve(path, { resolveDir: home, kind, pluginData: 'here' }),
    );
  },
};

export const common = {
  absWorkingDir: home,
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  logLevel: 'warning',
  plugins: [names],
};
