import { useState } from 'react';
import { useWrite } from '../api/context';
import type { Product } from '../api/types';
import { may } from '../auth/rights';
import { useSomeone } from '../auth/someone';
import { useText } from '../i18n/text';
import { KEYS } from '../live/rules';
import { StockChart } from '../stock/chart';
import { Ledger } from '../stock/ledger';
import { StockLevels } from '../stock/levels';
import { MoveStock } from '../stock/move';
import { useStock } from '../stock/queries';
import { Button } from '../ui/button';
import { Changing } from '../ui/changing';
import { Confirm } from '../ui/confirm';
import { Back } from '../ui/back';
import { Facts } from '../ui/facts';
import { Shown } from '../ui/notes';
import { Card, Figure, PageHead } from '../ui/page';
import { toast } from '../ui/toasts';
import { EditProduct } from './edit';
import { useProduct } from './queries';
import { levelOf, ProductBadges } from './status';

/** One product: what it is, what there is of it and how that came to be. */
export function ProductDetail({ id }: { id: string }) {
  const { t } = useText();
  const product = useProduct(id);
  return (
    <>
      {!product.data && <PageHead title={t('product')} above={<Back to="#/products">{t('products')}</Back>} />}
      <Shown of={product}>
        {(shown) => (
          <>
            <Head product={shown} />
            <Figures product={shown} />
            <StockChart id={id} />
            <StockLevels product={shown} />
            <Details product={shown} />
            <Ledger id={id} />
          </>
        )}
      </Shown>
    </>
  );
}

function Head({ product }: { product: Product }) {
  const { t } = useText();
  const someone = useSomeone();
  const stock = useStock(product.id).data;
  const [open, setOpen] = useState<'edit' | 'archive' | 'receive' | 'issue' | null>(null);
  const close = () => setOpen(null);
  const moves = may(someone, 'stock.write');
  const edits = may(someone, 'products.write') && !product.archivedAt;
  return (
    <>
      <PageHead
        title={`${product.code} ${product.name}`}
        above={<Back to="#/products">{t('products')}</Back>}
        below={
          <p className="muted line">
            {product.specification} <ProductBadges product={product} figures={stock} />
          </p>
        }
      >
        {moves && (
          <Button kind="primary" icon="plus" onClick={() => setOpen('receive')}>
            {t('stock.receive')}
          </Button>
        )}
        {moves && (
          <Button icon="minus" onClick={() => setOpen('issue')}>
            {t('stock.issue')}
          </Button>
        )}
        {edits && (
          <Button icon="edit" onClick={() => setOpen('edit')}>
            {t('product.edit.short')}
          </Button>
        )}
        {edits && (
          <Button icon="archive" onClick={() => setOpen('archive')}>
            {t('product.archive')}
          </Button>
        )}
      </PageHead>
      {open === 'edit' && <EditProduct product={product} onClose={close} />}
      {open === 'archive' && <Archive product={product} onClose={close} />}
      {(open === 'receive' || open === 'issue') && <MoveStock product={product} direction={open} onClose={close} />}
    </>
  );
}

function Archive({ product, onClose }: { product: Product; onClose: () => void }) {
  const { t } = useText();
  const { id, code, version } = product;
  const archive = useWrite<undefined>([KEYS.products, KEYS.product(id), KEYS.alerts], () => {
    toast('good', t('product.archive.done', { code }));
    onClose();
  });
  return (
    <Confirm
      title={t('product.archive.title', { code })}
      about={t('product.archive.about')}
      action={t('product.archive')}
      danger
      busy={archive.isPending}
      error={archive.error}
      onConfirm={() => archive.mutate({ method: 'DELETE', path: `products/${id}`, version })}
      onClose={onClose}
    />
  );
}

function Figures({ product }: { product: Product }) {
  const { t, number } = useText();
  const stock = useStock(product.id).data;
  const level = levelOf(stock, product.lowStockThreshold);
  const of = (value: number | undefined) => (value === undefined ? '…' : <Changing>{number(value)}</Changing>);
  return (
    <dl className="figures">
      <Figure label={t('available')} kind={level === 'out' ? 'fault' : level === 'low' ? 'warning' : undefined}>
        {of(stock?.availableQuantity)}
      </Figure>
      <Figure label={t('reserved')}>{of(stock?.reservedQuantity)}</Figure>
      <Figure label={t('total')}>{of(stock?.totalQuantity)}</Figure>
      <Figure label={t('field.lowStockThreshold')}>{of(product.lowStockThreshold)}</Figure>
    </dl>
  );
}

function Details({ product }: { product: Product }) {
  const { t, number, dateTime } = useText();
  const entries = Object.entries(product.specifications);
  const facts: (readonly [string, string])[] = [
    [t('field.unit'), t(`unit.${product.unit}`)],
    [t('field.piecesPerUnit'), number(product.piecesPerUnit)],
    [t('field.weight'), product.weight === null ? '–' : number(product.weight)],
    ...entries.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const),
  ];
  return (
    <Card title={t('product.details')} actions={<span className="muted">{t('product.updated', { time: dateTime(product.updatedAt) })}</span>}>
      <Facts of={facts} />
    </Card>
  );
}
