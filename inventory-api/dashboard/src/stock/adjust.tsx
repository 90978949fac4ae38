import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useWrite } from '../api/context';
import { faultsByField, isRefusal } from '../api/problem';
import type { Lot, Posted, Product } from '../api/types';
import { useText } from '../i18n/text';
import { KEYS } from '../live/rules';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useFaultFocus } from '../ui/faults';
import { TextField } from '../ui/field';
import { ErrorNote, Note } from '../ui/notes';
import { adjusting, EMPTY, piecesIn } from './bodies';
import { lotName } from './lot-name';
import { touchedBy, usePostedToast } from './move';

type How = 'delta' | 'recount';

/** Corrects a lot. Whoever has counted is told when the lot has moved meanwhile, and nothing is overwritten. */
export function AdjustLot(props: { product: Product; lot: Lot; now: Lot | undefined; onClose: () => void }) {
  const text = useText();
  const { t, number } = text;
  const { product, onClose } = props;
  const [base, setBase] = useState(props.lot);
  const [how, setHow] = useState<How>('delta');
  const [draft, setDraft] = useState(EMPTY);
  const [unclear, setUnclear] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const client = useQueryClient();
  const tell = usePostedToast();
  const now = props.now ?? base;
  const moved = how === 'recount' && now.quantity !== base.quantity;
  const adjust = useWrite<Posted>(touchedBy(product.id), (posted) => {
    tell(posted);
    onClose();
  });
  const answered = faultsByField(adjust.error);
  const fault = unclear ? t('fault.whole') : (answered['delta'] ?? answered['quantity']);
  useFaultFocus(form, adjust.error ?? unclear);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const pieces = piecesIn(draft.quantity);
    setUnclear(pieces === undefined);
    if (pieces === undefined || moved || adjust.isPending) {
      return;
    }
    const correction = how === 'delta' ? { delta: pieces } : { quantity: pieces, expectedQuantity: base.quantity };
    adjust.mutate(
      { method: 'POST', path: 'inventory/adjustments', body: adjusting(product.id, base, correction, draft) },
      { onError: (error) => isRefusal(error, 'quantity_changed') && void client.refetchQueries({ queryKey: KEYS.stock(product.id) }) },
    );
  };
  const again = () => {
    setBase(now);
    adjust.reset();
  };
  return (
    <Dialog title={t('stock.adjust.title', { lot: `${product.code} ${lotName(base, text)}` })} onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        {moved && (
          <Note kind="warning">
            <p>{t('adjust.moved', { before: number(base.quantity), now: number(now.quantity) })}</p>
            <Button onClick={again}>{t('adjust.again')}</Button>
          </Note>
        )}
        {adjust.error && !(moved && isRefusal(adjust.error, 'quantity_changed')) ? <ErrorNote error={adjust.error} /> : null}
        <p className="muted">{t('adjust.now', { quantity: number(now.quantity), reserved: number(now.reservedQuantity) })}</p>
        <HowField how={how} onHow={setHow} />
        <div className="fields one">
          <TextField
            label={how === 'delta' ? t('adjust.delta.label') : t('adjust.counted')}
            required
            inputMode={how === 'delta' ? 'text' : 'numeric'}
            value={draft.quantity}
            error={fault}
            onText={(quantity) => setDraft({ ...draft, quantity })}
          />
          <TextField label={t('reason')} maxLength={500} value={draft.reason} error={answered['reason']} onText={(reason) => setDraft({ ...draft, reason })} />
        </div>
        <footer>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" busy={adjust.isPending} disabled={moved}>
            {t('stock.adjust')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function HowField({ how, onHow }: { how: How; onHow: (how: How) => void }) {
  const { t } = useText();
  return (
    <fieldset className="choice">
      <legend>{t('adjust.how')}</legend>
      {(['delta', 'recount'] as const).map((value) => (
        <label key={value}>
          <input type="radio" name="how" checked={how === value} onChange={() => onHow(value)} />
          <span>{t(`adjust.${value}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
