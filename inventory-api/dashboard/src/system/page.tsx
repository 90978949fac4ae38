import { useConnectionState } from '@kucun/realtime/react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { CacheSpace, CacheStats } from '../api/types';
import type { Config } from '../app/config';
import { may } from '../auth/rights';
import { useSomeone } from '../auth/someone';
import { useText } from '../i18n/text';
import { useLive } from '../live/live';
import { Changing } from '../ui/changing';
import { Facts } from '../ui/facts';
import { Note, Shown } from '../ui/notes';
import { Card, Figure, PageHead } from '../ui/page';
import { Table, type Column } from '../ui/table';
import { hitRate } from './rates';

const EVERY_MS = 5_000;

/** How the page is connected, and for administrators how the cache does. */
export function System({ config }: { config: Config }) {
  const { t } = useText();
  const someone = useSomeone();
  return (
    <>
      <PageHead title={t('system')} />
      <Connection config={config} />
      {may(someone, 'cache.read') && <Cache />}
    </>
  );
}

function Connection({ config }: { config: Config }) {
  const { t } = useText();
  const { liveness } = useLive();
  const { error } = useConnectionState();
  const someone = useSomeone();
  const facts = [
    [t('system.state'), t(`live.${liveness}.long`)],
    [t('system.user'), someone.name],
    [t('system.roles'), someone.roles.filter((role) => ['admin', 'warehouse', 'sales', 'viewer'].includes(role)).join(', ')],
    [t('system.gateway'), config.gatewayUrl ?? '–'],
    [t('system.issuer'), config.issuer],
    ...(error ? [[t('system.error'), `${error.code}: ${error.message}`] as const] : []),
  ] as const;
  return (
    <Card title={t('system.connection')}>
      <Facts of={facts} broad />
    </Card>
  );
}

function Cache() {
  const { t, number } = useText();
  const api = useApi();
  const stats = useQuery({ queryKey: ['cache'], queryFn: ({ signal }) => api.read<CacheStats>('cache/stats', signal), refetchInterval: EVERY_MS });
  return (
    <Card title={t('cache')}>
      <Shown of={stats}>
        {(shown) => (
          <>
            {shown.breakerOpen && <Note kind="warning">{t('cache.breaker')}</Note>}
            {shown.pendingInvalidations > 0 && <Note kind="warning">{t('cache.pending', { count: number(shown.pendingInvalidations) })}</Note>}
            <Rates stats={shown} />
          </>
        )}
      </Shown>
    </Card>
  );
}

type Row = readonly [name: string, space: CacheSpace];

function Rates({ stats }: { stats: CacheStats }) {
  const { t, number, percent } = useText();
  const spaces = Object.entries(stats.spaces);
  const all = spaces.map(([, space]) => space);
  const sum = (of: (space: CacheSpace) => number) => all.reduce((total, space) => total + of(space), 0);
  const took = (micros: number) => (micros === 0 ? '–' : t('cache.micros', { time: number(Math.round(micros / 10) / 100) }));
  const columns: Column<Row>[] = [
    { name: 'space', head: t('cache.space'), leads: true, cell: ([name]) => <strong>{name}</strong> },
    { name: 'rate', head: t('cache.rate'), numeric: true, cell: ([, { hitRate: rate }]) => percent(rate) },
    { name: 'hits', head: t('cache.hits'), numeric: true, cell: ([, { hits }]) => number(hits) },
    { name: 'misses', head: t('cache.misses'), numeric: true, cell: ([, { misses }]) => number(misses) },
    { name: 'bypasses', head: t('cache.bypasses'), numeric: true, cell: ([, { bypasses }]) => number(bypasses) },
    { name: 'hit', head: t('cache.hit-time'), numeric: true, cell: ([, { hitLatency }]) => took(hitLatency.meanMicros) },
    { name: 'load', head: t('cache.load-time'), numeric: true, cell: ([, { loadLatency }]) => took(loadLatency.meanMicros) },
  ];
  return (
    <>
      <dl className="figures plain">
        <Figure label={t('cache.rate')}>
          <Changing>{percent(hitRate(all))}</Changing>
        </Figure>
        <Figure label={t('cache.hits')}>{number(sum((space) => space.hits))}</Figure>
        <Figure label={t('cache.misses')}>{number(sum((space) => space.misses))}</Figure>
        <Figure label={t('cache.bypasses')}>{number(sum((space) => space.bypasses))}</Figure>
      </dl>
      <Table caption={t('cache')} columns={columns} rows={spaces} keyOf={([name]) => name} />
    </>
  );
}
