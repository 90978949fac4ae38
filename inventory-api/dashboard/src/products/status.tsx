import type { Figures, Product } from '../api/types';
import { useText } from '../i18n/text';
import { Badge } from '../ui/page';

export type StockLevel = 'out' | 'low' | 'enough';

/** How a product stands by its threshold, as the service reckons it: at the threshold is low. */
export function levelOf(figures: Figures | undefined, threshold: number): StockLevel {
  if (!figures || figures.availableQuantity > threshold) {
    return 'enough';
  }
  return figures.availableQuantity <= 0 ? 'out' : 'low';
}

/** Everything about a product that is not as usual. */
export function ProductBadges({ product, figures }: { product: Product; figures: Figures | undefined }) {
  const { t } = useText();
  const level = product.archivedAt ? 'enough' : levelOf(figures, product.lowStockThreshold);
  return (
    <span className="badges">
      {product.archivedAt && <Badge kind="neutral">{t('product.archived')}</Badge>}
      {product.status === 'inactive' && !product.archivedAt && <Badge kind="neutral">{t('status.inactive')}</Badge>}
      {level === 'out' && <Badge kind="fault">{t('level.out_of_stock')}</Badge>}
      {level === 'low' && <Badge kind="warning">{t('level.low')}</Badge>}
      {level === 'enough' && product.status === 'active' && !product.archivedAt && <Badge kind="good">{t('level.enough')}</Badge>}
    </span>
  );
}
