import { useCallback } from 'react';
import type { Alert } from '../api/types';
import { go, listAddress } from '../app/route';
import { useText } from '../i18n/text';
import { useFresh } from '../live/live';
import { Placeholder, Shown } from '../ui/notes';
import { Badge, Card, PageHead } from '../ui/page';
import { Pager } from '../ui/pager';
import { Search } from '../ui/search';
import { useQuantities } from '../ui/quantity';
import { Table, type Column } from '../ui/table';
import { useAlerts } from './queries';

/** Everything that is at or below its threshold. */
export function AlertList({ query }: { query: URLSearchParams }) {
  const { t, number } = useText();
  const search = query.get('search') ?? '';
  const page = Math.max(1, Number(query.get('page')) || 1);
  const alerts = useAlerts(search, page);
  const searchFor = useCallback((text: string) => go(listAddress('alerts', query, { page: '', search: text }), true), [query]);
  const total = alerts.data?.pagination.total;
  return (
    <>
      <PageHead title={t('alerts')} below={total !== undefined && <p className="muted">{t('alerts.about', { count: number(total) })}</p>} />
      <div className="filters" role="search">
        <Search label={t('products.search')} value={search} onSearch={searchFor} />
      </div>
      <Card className="flush">
        <Shown of={alerts}>
          {({ data, pagination }) =>
            data.length === 0 ? (
              <Placeholder icon="check" title={search ? t('alerts.none.search') : t('alerts.none')} />
            ) : (
              <>
                <AlertTable rows={data} />
                <Pager page={pagination} at={page} onTurn={(next) => go(listAddress('alerts', query, { page: next > 1 ? String(next) : '' }))} />
              </>
            )
          }
        </Shown>
      </Card>
    </>
  );
}

function AlertTable({ rows }: { rows: readonly Alert[] }) {
  const { t } = useText();
  const isFresh = useFresh();
  const quantity = useQuantities<Alert>();
  const columns: Column<Alert>[] = [
    {
      name: 'product',
      head: t('product'),
      leads: true,
      cell: ({ productId, code, name }) => (
        <a className="named" href={`#/products/${productId}`}>
          <span className="code">{code}</span>
          <span>{name}</span>
        </a>
      ),
    },
    { name: 'level', head: t('status'), cell: ({ level }) => <Badge kind={level === 'low' ? 'warning' : 'fault'}>{t(`level.${level}`)}</Badge> },
    quantity('available', t('available'), (alert) => alert.availableQuantity),
    quantity('threshold', t('alerts.threshold'), (alert) => alert.lowStockThreshold),
    quantity('reserved', t('reserved'), (alert) => alert.reservedQuantity),
    quantity('total', t('total'), (alert) => alert.totalQuantity),
  ];
  return <Table caption={t('alerts')} columns={columns} rows={rows} keyOf={({ productId }) => productId} fresh={({ productId }) => isFresh(productId)} />;
}
