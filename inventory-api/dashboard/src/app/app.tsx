import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ApiContext } from '../api/context';
import { Api } from '../api/http';
import { mayRetry, retryDelay } from '../api/problem';
import { channelsOf, mayEnter, type Someone } from '../auth/rights';
import type { Session } from '../auth/session';
import { SignIn } from '../auth/sign-in';
import { SomeoneContext } from '../auth/someone';
import { language, TextProvider } from '../i18n/text';
import { LiveProvider } from '../live/live';
import { NoRole } from '../auth/no-role';
import type { Config } from './config';
import { useRoute } from './route';
import { Shell } from './shell';
import { useStore } from './store';
import { ViewOf } from './views';

export function App(props: { session: Session; config: Config }) {
  const state = useStore(props.session.state);
  return (
    <TextProvider>
      {state.status === 'in' ? (
        // Nothing that one user has read is there for the next.
        <SignedIn key={state.someone.name} {...props} someone={state.someone} />
      ) : (
        <SignIn {...props} state={state} />
      )}
    </TextProvider>
  );
}

function newQueries(): QueryClient {
  const queries = { networkMode: 'offlineFirst', retry: mayRetry, retryDelay, staleTime: 5_000, refetchOnWindowFocus: true } as const;
  return new QueryClient({ defaultOptions: { queries, mutations: { networkMode: 'always', retry: mayRetry, retryDelay } } });
}

function SignedIn({ session, config, someone }: { session: Session; config: Config; someone: Someone }) {
  const queries = useMemo(newQueries, []);
  const api = useMemo(() => new Api(session.token, () => language.get().tag), [session]);
  const roles = someone.roles.join(' ');
  const channels = useMemo(() => channelsOf({ name: '', roles: roles.split(' ') }), [roles]);
  const route = useRoute();
  if (!mayEnter(someone)) {
    return <NoRole session={session} someone={someone} />;
  }
  return (
    <SomeoneContext value={someone}>
      <ApiContext value={api}>
        <QueryClientProvider client={queries}>
          <LiveProvider session={session} url={config.gatewayUrl ?? ''} channels={channels}>
            <Shell session={session} view={route.view}>
              <ViewOf route={route} config={config} />
            </Shell>
          </LiveProvider>
        </QueryClientProvider>
      </ApiContext>
    </SomeoneContext>
  );
}
