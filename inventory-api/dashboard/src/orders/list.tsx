import { useCallback } from 'react';
import { ORDER_STATUSES, type Order } from '../api/types';
import { go, listAddress } from '../app/route';
import { may } from '../auth/rights';
import { useSomeone } from '../auth/someone';
import { useText } from '../i18n/text';
import { useFresh } from '../live/live';
import { LinkButton } from '../ui/button';
import { Placeholder, Shown } from '../ui/notes';
import { Card, PageHead } from '../ui/page';
import { Pager } from '../ui/pager';
import { Search } from '../ui/search';
import { Table, type Column } from '../ui/table';
import { useOrders } from './queries';
import { OrderBadge } from './status';

/** The orders that the user may see, newest first. */
export function OrderList({ query }: { query: URLSearchParams }) {
  const { t } = useText();
  const someone = useSomeone();
  const search = query.get('search') ?? '';
  const status = ORDER_STATUSES.find((known) => known === query.get('status')) ?? '';
  const page = Math.max(1, Number(query.get('page')) || 1);
  const orders = useOrders({ search, status, page });
  const change = useCallback((changes: Record<string, string>) => go(listAddress('orders', query, { page: '', ...changes }), true), [query]);
  const searchFor = useCallback((text: string) => change({ search: text }), [change]);
  return (
    <>
      <PageHead title={t('orders')}>
        {may(someone, 'orders.create') && (
          <LinkButton kind="primary" icon="plus" href="#/orders/new">
            {t('order.new')}
          </LinkButton>
        )}
      </PageHead>
      <div className="filters" role="search">
        <Search label={t('orders.search')} value={search} onSearch={searchFor} />
        <div className="tabs" role="group" aria-label={t('orders.status')}>
          {(['', ...ORDER_STATUSES] as const).map((value) => (
            <button key={value} type="button" aria-pressed={status === value} onClick={() => change({ status: value })}>
              {value === '' ? t('orders.all') : t(`order.status.${value}`)}
            </button>
          ))}
        </div>
      </div>
      <Card className="flush">
        <Shown of={orders} rows={8}>
          {({ data, pagination }) =>
            data.length === 0 ? (
              <Placeholder icon="empty" title={t('orders.none')} />
            ) : (
              <>
                <OrderTable rows={data} />
                <Pager page={pagination} at={page} onTurn={(next) => go(listAddress('orders', query, { page: next > 1 ? String(next) : '' }))} />
              </>
            )
          }
        </Shown>
      </Card>
    </>
  );
}

function OrderTable({ rows }: { rows: readonly Order[] }) {
  const { t, money, dateTime } = useText();
  const isFresh = useFresh();
  const columns: Column<Order>[] = [
    {
      name: 'number',
      head: t('order.number'),
      leads: true,
      cell: ({ id, orderNumber, customerName }) => (
        <a className="named" href={`#/orders/${id}`}>
          <span className="code">{orderNumber}</span>
          <span>{customerName}</span>
        </a>
      ),
    },
    { name: 'status', head: t('status'), cell: ({ status }) => <OrderBadge status={status} /> },
    { name: 'amount', head: t('order.amount'), numeric: true, cell: ({ totalAmount }) => money(totalAmount) },
    { name: 'at', head: t('order.at'), cell: ({ createdAt }) => <time dateTime={createdAt}>{dateTime(createdAt)}</time> },
    { name: 'by', head: t('order.by'), cell: ({ createdBy }) => createdBy },
  ];
  return <Table caption={t('orders')} columns={columns} rows={rows} keyOf={({ id }) => id} fresh={({ id }) => isFresh(id)} />;
}
