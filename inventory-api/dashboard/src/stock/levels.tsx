import { useState } from 'react';
import type { ColorFigures, Lot, Product, StockSummary } from '../api/types';
import { may } from '../auth/rights';
import { useSomeone } from '../auth/someone';
import { useText } from '../i18n/text';
import { useFresh } from '../live/live';
import { Changing } from '../ui/changing';
import { Placeholder, Shown } from '../ui/notes';
import { Card } from '../ui/page';
import { useQuantities } from '../ui/quantity';
import { Table, type Column } from '../ui/table';
import { AdjustLot } from './adjust';
import { lotName } from './lot-name';
import { useStock } from './queries';

/** What there is of a product, by colour and by lot. */
export function StockLevels({ product }: { product: Product }) {
  const { t } = useText();
  const stock = useStock(product.id);
  return (
    <>
      <Card title={t('stock.colors')}>
        <Shown of={stock} rows={2}>
          {({ colors }) => (colors.length === 0 ? <p className="muted">{t('stock.none')}</p> : <Colors colors={colors} />)}
        </Shown>
      </Card>
      <Card title={t('stock.lots')} className="flush">
        <Shown of={stock}>{(summary) => <Lots product={product} stock={summary} />}</Shown>
      </Card>
    </>
  );
}

function Colors({ colors }: { colors: readonly ColorFigures[] }) {
  const { t, number } = useText();
  const most = Math.max(1, ...colors.map(({ totalQuantity }) => totalQuantity));
  return (
    <ul className="colors">
      {colors.map(({ colorCode, totalQuantity, reservedQuantity, availableQuantity }) => (
        <li key={colorCode ?? ''}>
          <span className="name">{colorCode ?? t('color.none')}</span>
          <Bar available={availableQuantity} total={totalQuantity} most={most} />
          <span className="sums">
            <Changing>{t('stock.available', { count: number(availableQuantity) })}</Changing>
            {reservedQuantity > 0 && <span className="muted"> · {t('stock.reserved', { count: number(reservedQuantity) })}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What is available and what is reserved, beside the colour of which there is most. The numbers stand next to it. */
function Bar({ available, total, most }: { available: number; total: number; most: number }) {
  return (
    <svg className="bar" viewBox={`0 0 ${most} 1`} preserveAspectRatio="none" aria-hidden="true">
      <rect width={most} height="1" />
      <rect className="kept" width={total} height="1" />
      <rect className="part" width={available} height="1" />
    </svg>
  );
}

function Lots({ product, stock }: { product: Product; stock: StockSummary }) {
  const text = useText();
  const { t, number } = text;
  const someone = useSomeone();
  const isFresh = useFresh();
  const [adjusted, setAdjusted] = useState<Lot | null>(null);
  const quantity = useQuantities<Lot>();
  const columns: Column<Lot>[] = [
    { name: 'lot', head: t('color'), leads: true, cell: (lot) => <strong>{lot.colorCode ?? t('color.none')}</strong> },
    { name: 'date', head: t('date'), cell: ({ productionDate }) => (productionDate === null ? t('date.none') : text.date(productionDate)) },
    quantity('available', t('available'), (lot) => lot.availableQuantity),
    quantity('reserved', t('reserved'), (lot) => lot.reservedQuantity),
    quantity('quantity', t('total'), (lot) => lot.quantity),
  ];
  if (may(someone, 'stock.write')) {
    columns.push({
      name: 'actions',
      head: t('stock.adjust'),
      quiet: true,
      numeric: true,
      cell: (lot) => (
        <button type="button" className="button small" onClick={() => setAdjusted(lot)} aria-label={t('stock.adjust.title', { lot: lotName(lot, text) })}>
          {t('stock.adjust')}
        </button>
      ),
    });
  }
  return (
    <>
      {stock.lots.length === 0 ? (
        <Placeholder icon="empty" title={t('stock.none')} />
      ) : (
        <Table caption={t('stock.lots')} columns={columns} rows={stock.lots} keyOf={({ id }) => id} fresh={({ id }) => isFresh(id)} />
      )}
      {stock.lots.length < stock.lotCount && <p className="muted rest">{t('stock.first', { count: number(stock.lots.length), all: number(stock.lotCount) })}</p>}
      {adjusted && <AdjustLot product={product} lot={adjusted} now={stock.lots.find(({ id }) => id === adjusted.id)} onClose={() => setAdjusted(null)} />}
    </>
  );
}
