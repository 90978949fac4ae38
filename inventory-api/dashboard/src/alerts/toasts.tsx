import { useWebSocket } from '@kucun/realtime/react';
import { useText } from '../i18n/text';
import { happenedIn, isLevel } from '../live/events';
import { toast } from '../ui/toasts';

/** Says wherever the user is that a product has run low, or has recovered. */
export function AlertToasts() {
  const { t, number } = useText();
  useWebSocket({
    channels: 'inventory',
    onMessage: (message) => {
      const event = happenedIn(message);
      if (event?.channel === 'inventory' && isLevel(event.data)) {
        const { type, code, availableAfter } = event.data;
        const values = { code, available: number(availableAfter) };
        toast(type === 'low_stock' ? 'warning' : 'good', type === 'low_stock' ? t('alert.low', values) : t('alert.restocked', values));
      }
    },
  });
  return null;
}
