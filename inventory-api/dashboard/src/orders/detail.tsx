import type { Order, OrderLine, Product } from '../api/types';
import { useText } from '../i18n/text';
import { useFresh } from '../live/live';
import { useStock } from '../stock/queries';
import { Back } from '../ui/back';
import { Facts } from '../ui/facts';
import { Shown } from '../ui/notes';
import { Card, PageHead } from '../ui/page';
import { Table, type Column } from '../ui/table';
import { lotName } from '../stock/lot-name';
import { timesPieces } from './money';
import { useOrder, useProductsOf } from './queries';
import { OrderBadge } from './status';
import { OrderSteps } from './steps';

/** One order, its lines and what may be done with it. */
export function OrderDetail({ id }: { id: string }) {
  const { t } = useText();
  const order = useOrder(id);
  const isFresh = useFresh();
  return (
    <>
      {!order.data && <PageHead title={t('order.number')} above={<Back to="#/orders">{t('orders')}</Back>} />}
      <Shown of={order}>
        {(shown) => (
          <>
            <PageHead
              title={shown.orderNumber}
              above={<Back to="#/orders">{t('orders')}</Back>}
              below={
                <p className={`line muted${isFresh(id) ? ' changed' : ''}`}>
                  {shown.customerName} <OrderBadge status={shown.status} />
                </p>
              }
            >
              <OrderSteps order={shown} />
            </PageHead>
            <OrderFacts order={shown} />
            <Lines order={shown} />
          </>
        )}
      </Shown>
    </>
  );
}

function OrderFacts({ order }: { order: Order }) {
  const { t, money, dateTime } = useText();
  const facts = [
    [t('order.amount'), money(order.totalAmount)],
    [t('order.by'), order.createdBy],
    [t('order.at'), dateTime(order.createdAt)],
    ...(order.remarks ? [[t('order.remarks'), order.remarks] as const] : []),
  ] as const;
  return (
    <Card>
      <Facts of={facts} />
    </Card>
  );
}

function Lines({ order }: { order: Order }) {
  const text = useText();
  const { t, number, money } = text;
  const items = order.items ?? [];
  const products = useProductsOf(items.map(({ productId }) => productId));
  const columns: Column<OrderLine>[] = [
    { name: 'product', head: t('product'), leads: true, cell: ({ productId }) => <ProductLink id={productId} product={products.get(productId)} /> },
    { name: 'color', head: t('color'), cell: (line) => wanted(line, t('order.any-color'), text) },
    { name: 'quantity', head: t('quantity'), numeric: true, cell: ({ quantity }) => number(quantity) },
    { name: 'price', head: t('order.price'), numeric: true, cell: ({ unitPrice }) => money(unitPrice) },
    { name: 'sum', head: t('order.sum'), numeric: true, cell: ({ unitPrice, quantity }) => money(timesPieces(unitPrice, quantity)) },
    { name: 'allocations', head: t('order.allocated'), cell: (line) => (order.status === 'cancelled' ? <span className="muted">{t('order.released')}</span> : <Allocations line={line} />) },
  ];
  return (
    <Card title={t('order.items')} className="flush">
      <Table caption={t('order.items')} columns={columns} rows={items} keyOf={({ id }) => id} />
    </Card>
  );
}

function wanted({ colorCode, productionDate }: OrderLine, any: string, { date }: { date: (iso: string) => string }): string {
  return [colorCode ?? any, ...(productionDate === null ? [] : [date(productionDate)])].join(' · ');
}

function ProductLink({ id, product }: { id: string; product: Product | undefined }) {
  return (
    <a className="named" href={`#/products/${id}`}>
      <span className="code">{product?.code ?? '…'}</span>
      <span>{product?.name}</span>
    </a>
  );
}

/** From which lots the line was served. */
function Allocations({ line }: { line: OrderLine }) {
  const text = useText();
  const stock = useStock(line.productId).data;
  if (line.allocations.length === 0) {
    return <span className="muted">{text.t('order.not-allocated')}</span>;
  }
  return (
    <ul>
      {line.allocations.map(({ lotId, quantity }) => {
        const lot = stock?.lots.find(({ id }) => id === lotId);
        return <li key={lotId}>{`${lot ? lotName(lot, text) : text.t('order.lot', { lot: lotId.slice(0, 8) })}: ${text.number(quantity)}`}</li>;
      })}
    </ul>
  );
}
