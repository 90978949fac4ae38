import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useWrite } from '../api/context';
import { faultsByField, isRefusal } from '../api/problem';
import type { Product } from '../api/types';
import { go } from '../app/route';
import { useText } from '../i18n/text';
import { KEYS } from '../live/rules';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ErrorNote } from '../ui/notes';
import { toast } from '../ui/toasts';
import { useFaultFocus } from '../ui/faults';
import { bodyOf, draftOf, merge, NEW, type Draft } from './draft';
import { ProductFields } from './fields';
import { Meanwhile } from './meanwhile';
import { useProduct } from './queries';

export function NewProduct({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const [draft, setDraft] = useState(NEW);
  const create = useWrite<Product>([KEYS.products], (product) => {
    toast('good', t('product.created', { code: product.code }));
    onClose();
    go(`#/products/${product.id}`);
  });
  return (
    <Dialog title={t('product.new')} onClose={onClose} wide>
      <ProductForm draft={draft} onChange={setDraft} onClose={onClose} busy={create.isPending} error={create.error} onSave={(body) => create.mutate({ method: 'POST', path: 'products', body })} />
    </Dialog>
  );
}

/** Edits the version that was shown; another's change meanwhile is shown, and neither is lost. */
export function EditProduct({ product, onClose }: { product: Product; onClose: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const now = useProduct(product.id).data ?? product;
  const [base, setBase] = useState(product);
  const [draft, setDraft] = useState(() => draftOf(product));
  const { id } = product;
  const save = useWrite<Product>([KEYS.products, KEYS.product(id), KEYS.alerts], (saved) => {
    toast('good', t('product.saved', { code: saved.code }));
    onClose();
  });
  const met = merge(draftOf(base), draft, draftOf(now));
  const overtaken = now.version > base.version;
  const take = (next: Draft) => {
    setBase(now);
    setDraft(next);
    save.reset();
  };
  const send = (body: unknown) =>
    save.mutate(
      { method: 'PUT', path: `products/${id}`, version: base.version, body },
      { onError: (error) => isRefusal(error, 'precondition_failed') && void client.refetchQueries({ queryKey: KEYS.product(id) }) },
    );
  const error = overtaken && isRefusal(save.error, 'precondition_failed') ? null : save.error;
  return (
    <Dialog title={t('product.edit', { code: product.code })} onClose={onClose} wide>
      <ProductForm draft={draft} onChange={setDraft} onClose={onClose} busy={save.isPending} error={error} held={overtaken} onSave={send}>
        {overtaken && <Meanwhile id={id} met={met} mine={draft} theirs={draftOf(now)} onTheirs={() => take(draftOf(now))} onMine={() => take(met.merged)} />}
      </ProductForm>
    </Dialog>
  );
}

function ProductForm(props: {
  draft: Draft;
  onChange: (draft: Draft) => void;
  onSave: (body: unknown) => void;
  onClose: () => void;
  busy: boolean;
  error: unknown;
  held?: boolean;
  children?: ReactNode;
}) {
  const { t } = useText();
  const [notNumbers, setNotNumbers] = useState<readonly string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const faults = { ...faultsByField(props.error), ...Object.fromEntries(notNumbers.map((field) => [field, t('fault.number')])) };
  useFaultFocus(form, props.error ?? notNumbers);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = bodyOf(props.draft);
    setNotNumbers('notNumbers' in asked ? asked.notNumbers : []);
    if ('body' in asked && !props.held && !props.busy) {
      props.onSave(asked.body);
    }
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      {props.children}
      {props.error ? <ErrorNote error={props.error} /> : null}
      <ProductFields draft={props.draft} faults={faults} onChange={props.onChange} />
      <footer>
        <Button onClick={props.onClose}>{t('cancel')}</Button>
        <Button kind="primary" type="submit" busy={props.busy} disabled={props.held}>
          {t('save')}
        </Button>
      </footer>
    </form>
  );
}
