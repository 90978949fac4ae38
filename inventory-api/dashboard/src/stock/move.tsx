import { useId, useRef, useState, type FormEvent } from 'react';
import { useWrite } from '../api/context';
import { faultsByField } from '../api/problem';
import type { Posted, Product, StockSummary } from '../api/types';
import { useText } from '../i18n/text';
import { KEYS } from '../live/rules';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useFaultFocus } from '../ui/faults';
import { SelectField, TextField } from '../ui/field';
import { ErrorNote } from '../ui/notes';
import { toast } from '../ui/toasts';
import { EMPTY, issuing, piecesIn, receiving } from './bodies';
import { useStock } from './queries';

export function touchedBy(id: string) {
  return [KEYS.stock(id), KEYS.movements(id), KEYS.products, KEYS.alerts];
}

/** Tells what a movement has done. */
export function usePostedToast() {
  const { t, number, change } = useText();
  return ({ movement, lot }: Posted) =>
    toast('good', t('stock.done', { document: movement.documentNumber, change: change(movement.delta), balance: number(lot.quantity) }));
}

/** Takes pieces in or gives them out, of a lot that may be new. */
export function MoveStock({ product, direction, onClose }: { product: Product; direction: 'receive' | 'issue'; onClose: () => void }) {
  const { t } = useText();
  const [draft, setDraft] = useState(EMPTY);
  const [unclear, setUnclear] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const stock = useStock(product.id).data;
  const tell = usePostedToast();
  const move = useWrite<Posted>(touchedBy(product.id), (posted) => {
    tell(posted);
    onClose();
  });
  const faults: Readonly<Record<string, string>> = { ...faultsByField(move.error), ...(unclear && { quantity: t('fault.whole') }) };
  useFaultFocus(form, move.error ?? unclear);
  const of = (field: keyof typeof EMPTY) => ({ value: draft[field], error: faults[field], onText: (text: string) => setDraft({ ...draft, [field]: text }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const quantity = piecesIn(draft.quantity);
    setUnclear(quantity === undefined);
    if (quantity !== undefined && !move.isPending) {
      const [path, body] = direction === 'receive' ? ['inventory/inbound', receiving(product.id, draft, quantity)] : ['inventory/outbound', issuing(product.id, draft, quantity)];
      move.mutate({ method: 'POST', path: String(path), body });
    }
  };
  return (
    <Dialog title={t(`stock.${direction}.title`, { code: product.code })} onClose={onClose} wide>
      <form ref={form} onSubmit={submit} noValidate>
        {move.error ? <ErrorNote error={move.error} /> : null}
        <div className="fields">
          <ColorField stock={stock} {...of('colorCode')} />
          <TextField label={t('date')} type="date" {...of('productionDate')} />
          <TextField label={t('quantity')} required inputMode="numeric" {...of('quantity')} />
          {direction === 'receive' && (
            <SelectField
              label={t('stock.kind')}
              {...of('type')}
              options={[
                ['normal', t('inbound.normal')],
                ['return', t('inbound.return')],
                ['adjust', t('inbound.adjust')],
              ]}
            />
          )}
          <TextField label={t('reason')} maxLength={500} {...of('reason')} />
          <TextField label={t('reference')} maxLength={200} {...of('reference')} />
        </div>
        <footer>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" busy={move.isPending}>
            {t(`stock.${direction}`)}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function ColorField(props: { stock: StockSummary | undefined; value: string; error: string | undefined; onText: (text: string) => void }) {
  const { t } = useText();
  const { stock, ...rest } = props;
  const id = useId();
  return (
    <>
      <TextField label={t('color')} maxLength={64} list={id} {...rest} />
      <datalist id={id}>
        {stock?.colors.map(({ colorCode }) => colorCode !== null && <option key={colorCode} value={colorCode} />)}
      </datalist>
    </>
  );
}
