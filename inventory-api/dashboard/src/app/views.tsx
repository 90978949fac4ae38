import { AlertList } from '../alerts/list';
import { may } from '../auth/rights';
import { useSomeone } from '../auth/someone';
import { Feed } from '../feed/list';
import { useText } from '../i18n/text';
import { NewOrder } from '../orders/create';
import { OrderDetail } from '../orders/detail';
import { OrderList } from '../orders/list';
import { ProductDetail } from '../products/detail';
import { ProductList } from '../products/list';
import { System } from '../system/page';
import { Boundary } from '../ui/boundary';
import { Button } from '../ui/button';
import { Placeholder } from '../ui/notes';
import { PageHead } from '../ui/page';
import type { Config } from './config';
import type { Route } from './route';

/** The view that an address leads to, as far as the user may see it. */
export function ViewOf(props: { route: Route; config: Config }) {
  const { view, id } = props.route;
  return (
    <Boundary key={`${view}/${id}`} fallback={<Broken />}>
      <Chosen {...props} />
    </Boundary>
  );
}

function Chosen({ route, config }: { route: Route; config: Config }) {
  const someone = useSomeone();
  const { view, id = '', query } = route;
  switch (view) {
    case 'products':
      return <ProductList query={query} />;
    case 'product':
      return <ProductDetail key={id} id={id} />;
    case 'alerts':
      return <AlertList query={query} />;
    case 'feed':
      return <Feed />;
    case 'system':
      return <System config={config} />;
    case 'orders':
      return may(someone, 'orders.read') ? <OrderList query={query} /> : <Nowhere />;
    case 'order':
      return may(someone, 'orders.read') ? <OrderDetail key={id} id={id} /> : <Nowhere />;
    case 'new-order':
      return may(someone, 'orders.create') ? <NewOrder /> : <Nowhere />;
    case 'nowhere':
      return <Nowhere />;
  }
}

function Broken() {
  const { t } = useText();
  return (
    <Placeholder icon="alerts" title={t('error.unknown')}>
      <Button onClick={() => location.reload()}>{t('retry')}</Button>
    </Placeholder>
  );
}

function Nowhere() {
  const { t } = useText();
  return (
    <>
      <PageHead title={t('nowhere.title')} />
      <Placeholder icon="empty" title={t('nowhere')}>
        <a href="#/products">{t('products')}</a>
      </Placeholder>
    </>
  );
}
