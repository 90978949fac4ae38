import type { OrderStatus } from '../api/types';
import { useText } from '../i18n/text';
import { Badge } from '../ui/page';

const KINDS = { draft: 'neutral', confirmed: 'info', shipped: 'warning', completed: 'good', cancelled: 'neutral' } as const;

export function OrderBadge({ status }: { status: OrderStatus }) {
  const { t } = useText();
  return <Badge kind={KINDS[status]}>{t(`order.status.${status}`)}</Badge>;
}
