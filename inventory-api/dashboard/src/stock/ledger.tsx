import type { Movement } from '../api/types';
import { useText } from '../i18n/text';
import { useFresh } from '../live/live';
import { Button } from '../ui/button';
import { Placeholder, Shown } from '../ui/notes';
import { Badge, Card } from '../ui/page';
import { Table, type Column } from '../ui/table';
import { useLedger } from './queries';

const KINDS = { inbound: 'good', outbound: 'neutral', adjusted: 'warning', counted: 'warning', reserved: 'info', released: 'neutral', shipped: 'info' } as const;

/** Everything that has ever moved of a product. */
export function Ledger({ id }: { id: string }) {
  const { t } = useText();
  const ledger = useLedger(id);
  return (
    <Card title={t('ledger')} className="flush">
      <Shown of={ledger}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          return rows.length === 0 ? (
            <Placeholder icon="empty" title={t('stock.chart.none')} />
          ) : (
            <>
              <Movements rows={rows} />
              {ledger.hasNextPage && (
                <div className="pager">
                  <Button busy={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
                    {t('more')}
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </Shown>
    </Card>
  );
}

function Movements({ rows }: { rows: readonly Movement[] }) {
  const { t, number, change, dateTime } = useText();
  const isFresh = useFresh();
  const columns: Column<Movement>[] = [
    { name: 'type', head: t('ledger.what'), leads: true, cell: ({ type }) => <Badge kind={KINDS[type]}>{t(`movement.${type}`)}</Badge> },
    { name: 'when', head: t('ledger.when'), cell: ({ occurredAt }) => <time dateTime={occurredAt}>{dateTime(occurredAt)}</time> },
    { name: 'delta', head: t('ledger.change'), numeric: true, cell: ({ delta }) => (delta === 0 ? '–' : change(delta)) },
    { name: 'reserved', head: t('ledger.reserved'), numeric: true, cell: ({ reservedDelta }) => (reservedDelta === 0 ? '–' : change(reservedDelta)) },
    { name: 'balance', head: t('ledger.balance'), numeric: true, cell: ({ balanceAfter }) => number(balanceAfter) },
    { name: 'document', head: t('ledger.document'), cell: ({ documentNumber, reference }) => [documentNumber, reference].filter(Boolean).join(' · ') },
    { name: 'reason', head: t('reason'), cell: ({ reason }) => reason ?? '–' },
    { name: 'actor', head: t('ledger.who'), cell: ({ actor }) => actor },
  ];
  return <Table caption={t('ledger')} columns={columns} rows={rows} keyOf={({ id }) => id} fresh={({ id }) => isFresh(id)} />;
}
