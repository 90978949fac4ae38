import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useApi, useWrite } from '../api/context';
import { faultsByField } from '../api/problem';
import type { Availability, Order } from '../api/types';
import { go } from '../app/route';
import { useText } from '../i18n/text';
import { KEYS } from '../live/rules';
import { Back } from '../ui/back';
import { Button } from '../ui/button';
import { useFaultFocus } from '../ui/faults';
import { TextField } from '../ui/field';
import { ErrorNote } from '../ui/notes';
import { Card, PageHead } from '../ui/page';
import { toast } from '../ui/toasts';
import { demands, lacksOf, newLine, orderBody, type LineDraft, type OrderDraft } from './draft';
import { LineFields } from './line';

const PAUSE_MS = 300;

/** Takes an order; what there is of each line is looked up while it is written. */
export function NewOrder() {
  const { t } = useText();
  const lines = useRef(1);
  const [draft, setDraft] = useState<OrderDraft>({ customerName: '', remarks: '', lines: [newLine('0')] });
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const available = useAvailability(draft.lines);
  const create = useWrite<Order>([KEYS.orders], (order) => {
    toast('good', t('order.created', { number: order.orderNumber }));
    go(`#/orders/${order.id}`);
  });
  const lacks = tries > 0 ? lacksOf(draft) : {};
  const lacking = Object.entries(lacks).map(([field, lack]) => [field, t(`fault.${lack}`)] as const);
  const faults: Readonly<Record<string, string>> = { ...faultsByField(create.error), ...Object.fromEntries(lacking) };
  useFaultFocus(form, create.error ?? tries);
  const change = (index: number, line: LineDraft) => setDraft({ ...draft, lines: draft.lines.map((other, at) => (at === index ? line : other)) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTries(tries + 1);
    if (Object.keys(lacksOf(draft)).length === 0 && !create.isPending) {
      create.mutate({ method: 'POST', path: 'orders', body: orderBody(draft) });
    }
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <PageHead
        title={t('order.new')}
        above={<Back to="#/orders">{t('orders')}</Back>}
      />
      {create.error ? <ErrorNote error={create.error} /> : null}
      <Card>
        <div className="fields">
          <TextField label={t('order.customer')} required maxLength={200} value={draft.customerName} error={faults['customerName']} onText={(customerName) => setDraft({ ...draft, customerName })} />
          <TextField label={t('order.remarks')} maxLength={2000} value={draft.remarks} error={faults['remarks']} onText={(remarks) => setDraft({ ...draft, remarks })} />
        </div>
      </Card>
      {draft.lines.map((line, index) => (
        <LineFields
          key={line.key}
          index={index}
          line={line}
          faults={faults}
          available={available.get(line.key)}
          onChange={(changed) => change(index, changed)}
          {...(draft.lines.length > 1 && { onRemove: () => setDraft({ ...draft, lines: draft.lines.filter((other) => other !== line) }) })}
        />
      ))}
      <div className="actions">
        <Button icon="plus" onClick={() => setDraft({ ...draft, lines: [...draft.lines, newLine(String(lines.current++))] })}>
          {t('order.add')}
        </Button>
        <span className="gap" />
        <Button kind="primary" type="submit" busy={create.isPending}>
          {t('order.create')}
        </Button>
      </div>
    </form>
  );
}

/** How much each line could have, by its key: of all lines together, as the service reckons. */
function useAvailability(lines: readonly LineDraft[]): ReadonlyMap<string, Availability['data'][number]> {
  const api = useApi();
  const text = JSON.stringify(demands(lines));
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { items, keys } = JSON.parse(asked) as ReturnType<typeof demands>;
  // Its key begins as those of stock do: a change of stock is another answer.
  const { data } = useQuery({
    queryKey: ['stock', 'availability', asked],
    enabled: items.length > 0,
    queryFn: async () => ({ keys, ...(await api.write<Availability>({ method: 'POST', path: 'inventory/availability', body: { items } })) }),
    placeholderData: keepPreviousData,
  });
  return new Map(items.length === 0 ? [] : data?.data.map((line, index) => [data.keys[index] ?? '', line]));
}
