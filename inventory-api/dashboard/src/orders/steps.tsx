import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWrite } from '../api/context';
import { isRefusal, type Shortage } from '../api/problem';
import type { Order } from '../api/types';
import { stepsOf, type OrderStep } from '../auth/rights';
import { useSomeone } from '../auth/someone';
import { useText } from '../i18n/text';
import { KEYS } from '../live/rules';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { Dialog } from '../ui/dialog';
import { ErrorNote, Note } from '../ui/notes';
import { toast } from '../ui/toasts';

const ICONS = { confirm: 'check', ship: 'truck', complete: 'check', cancel: 'close' } as const;

/** What the user may do with an order as it is now. */
export function OrderSteps({ order }: { order: Order }) {
  const { t } = useText();
  const someone = useSomeone();
  const [asked, setAsked] = useState<{ step: OrderStep; of: Order } | null>(null);
  return (
    <>
      {stepsOf(someone, order).map((step) => (
        <Button key={step} icon={ICONS[step]} kind={step === 'cancel' ? 'plain' : 'primary'} onClick={() => setAsked({ step, of: order })}>
          {t(`order.${step}`)}
        </Button>
      ))}
      {asked && <Step {...asked} now={order} onClose={() => setAsked(null)} />}
    </>
  );
}

/** Asks once more, and does it to the version that was shown. */
function Step({ step, of, now, onClose }: { step: OrderStep; of: Order; now: Order; onClose: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const write = useWrite<Order>([KEYS.orders, KEYS.order(of.id), KEYS.products, ['stock'], ['movements'], KEYS.alerts], (order) => {
    client.setQueryData(KEYS.order(order.id), order);
    toast('good', t('order.done', { number: order.orderNumber, status: t(`order.status.${order.status}`) }));
    onClose();
  });
  const overtaken = now.version > of.version || isRefusal(write.error, 'precondition_failed');
  if (overtaken && !write.isPending && !write.isSuccess) {
    return (
      <Dialog title={of.orderNumber} onClose={onClose}>
        <Note kind="warning">{t('order.overtaken')}</Note>
        <p>{t('order.done', { number: now.orderNumber, status: t(`order.status.${now.status}`) })}</p>
        <footer>
          <Button kind="primary" onClick={onClose}>
            {t('close')}
          </Button>
        </footer>
      </Dialog>
    );
  }
  if (isRefusal(write.error, 'insufficient_stock')) {
    return (
      <Dialog title={of.orderNumber} onClose={onClose}>
        <ErrorNote error={write.error} />
        <Shortages shortages={write.error.problem.shortages ?? []} />
      </Dialog>
    );
  }
  return (
    <Confirm
      title={`${t(`order.${step}`)}: ${of.orderNumber}`}
      about={t(`order.${step}.about`)}
      action={t(`order.${step}`)}
      danger={step === 'cancel'}
      {...(step === 'cancel' && { keep: t('order.keep') })}
      busy={write.isPending}
      error={write.error}
      onConfirm={() =>
        write.mutate(
          { method: 'POST', path: `orders/${of.id}/${step}`, version: of.version },
          { onError: (error) => isRefusal(error, 'precondition_failed') && void client.refetchQueries({ queryKey: KEYS.order(of.id) }) },
        )
      }
      onClose={onClose}
    />
  );
}

/** Which lines ask for more than there is. */
function Shortages({ shortages }: { shortages: readonly Shortage[] }) {
  const { t, number } = useText();
  return (
    <ul className="shortages">
      {shortages.map(({ pointer, requested, available }) => {
        const line = /\/items\/(\d+)/.exec(pointer)?.[1];
        return (
          <li key={pointer}>
            {line !== undefined && <strong>{t('order.line', { number: number(Number(line) + 1) })}: </strong>}
            {t('order.short', { requested: number(requested), available: number(available) })}
          </li>
        );
      })}
    </ul>
  );
}
