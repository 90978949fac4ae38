import { useCallback, useState } from 'react';
import type { Product } from '../api/types';
import { go, listAddress } from '../app/route';
import { may } from '../auth/rights';
import { useSomeone } from '../auth/someone';
import { useText } from '../i18n/text';
import { useFresh } from '../live/live';
import { Button } from '../ui/button';
import { CheckField } from '../ui/field';
import { Placeholder, Shown } from '../ui/notes';
import { Card, PageHead } from '../ui/page';
import { Pager } from '../ui/pager';
import { Search } from '../ui/search';
import { useQuantities } from '../ui/quantity';
import { Table, type Column } from '../ui/table';
import { NewProduct } from './edit';
import { filterIn, useProducts } from './queries';
import { ProductBadges } from './status';

/** All products with what there is of them. */
export function ProductList({ query }: { query: URLSearchParams }) {
  const { t, number } = useText();
  const someone = useSomeone();
  const filter = filterIn(query);
  const products = useProducts(filter);
  const [creating, setCreating] = useState(false);
  const change = useCallback((changes: Record<string, string>) => go(listAddress('products', query, { page: '', ...changes }), true), [query]);
  const search = useCallback((text: string) => change({ search: text }), [change]);
  const total = products.data?.pagination.total;
  return (
    <>
      <PageHead title={t('products')} below={total !== undefined && <p className="muted">{t('products.total', { count: number(total) })}</p>}>
        {may(someone, 'products.write') && (
          <Button kind="primary" icon="plus" onClick={() => setCreating(true)}>
            {t('product.new')}
          </Button>
        )}
      </PageHead>
      <div className="filters" role="search">
        <Search label={t('products.search')} value={filter.search} onSearch={search} />
        <CheckField label={t('products.low')} checked={filter.low} onCheck={(on) => change({ low: on ? 'yes' : '' })} />
        <CheckField label={t('products.archived')} checked={filter.archived} onCheck={(on) => change({ archived: on ? 'yes' : '' })} />
      </div>
      <Card className="flush">
        <Shown of={products} rows={8}>
          {({ data, pagination }) =>
            data.length === 0 ? (
              <Placeholder icon="empty" title={t('products.none')} />
            ) : (
              <>
                <ProductTable rows={data} />
                <Pager page={pagination} at={filter.page} onTurn={(page) => go(listAddress('products', query, { page: page > 1 ? String(page) : '' }))} />
              </>
            )
          }
        </Shown>
      </Card>
      {creating && <NewProduct onClose={() => setCreating(false)} />}
    </>
  );
}

function ProductTable({ rows }: { rows: readonly Product[] }) {
  const { t } = useText();
  const isFresh = useFresh();
  const quantity = useQuantities<Product>();
  const columns: Column<Product>[] = [
    {
      name: 'code',
      head: t('product'),
      leads: true,
      cell: (product) => (
        <a className="named" href={`#/products/${product.id}`}>
          <span className="code">{product.code}</span>
          <span>{product.name}</span>
        </a>
      ),
    },
    { name: 'specification', head: t('field.specification'), cell: (product) => product.specification ?? '–' },
    quantity('available', t('available'), (product) => product.inventory?.availableQuantity),
    quantity('reserved', t('reserved'), (product) => product.inventory?.reservedQuantity),
    quantity('total', t('total'), (product) => product.inventory?.totalQuantity),
    { name: 'status', head: t('status'), cell: (product) => <ProductBadges product={product} figures={product.inventory} /> },
  ];
  return <Table caption={t('products')} columns={columns} rows={rows} keyOf={({ id }) => id} fresh={({ id }) => isFresh(id)} />;
}
