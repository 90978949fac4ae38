import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useApi } from '../api/context';
import { withQuery } from '../api/http';
import { PLACE } from '../api/problem';
import type { Page, Product } from '../api/types';
import { useText } from '../i18n/text';
import { KEYS } from '../live/rules';

const CHOICES = 8;
const PAUSE_MS = 200;

/** Finds a product by what is typed: a combobox with a list. */
export function ProductPicker(props: { product: Product | null; error: string | undefined; onPick: (product: Product) => void }) {
  const { t } = useText();
  const { product, error, onPick } = props;
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const found = useChoices(text, open);
  const pick = (picked: Product | undefined) => {
    if (picked) {
      onPick(picked);
      setText('');
      setOpen(false);
    }
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      setActive((at) => Math.min(Math.max(at + step, 0), Math.max(found.length - 1, 0)));
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      pick(found[active]);
    } else if (event.key === 'Escape') {
      setOpen(false);
    }
  };
  const shown = open && found.length > 0;
  return (
    <div className="field wide picker">
      <label htmlFor={id}>{t('product')}</label>
      <input
        ref={input}
        id={id}
        role="combobox"
        autoComplete="off"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown ? `${id}-${active}` : undefined}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error === undefined ? undefined : `${id}-fault`}
        placeholder={t('order.pick')}
        value={open || !product ? text : `${product.code} ${product.name}`}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t('products')} hidden={!shown}>
        {found.map((choice, index) => (
          // The list must not take the focus: the input would close it before the press counts.
          <li key={choice.id} id={`${id}-${index}`} role="option" aria-selected={index === active} onMouseDown={(event) => event.preventDefault()} onClick={() => pick(choice)}>
            <span className="code">{choice.code}</span> {choice.name} <span className="muted">{choice.specification}</span>
          </li>
        ))}
      </ul>
      {error !== undefined && (
        <div className="fault" id={`${id}-fault`}>
          {error.replace(PLACE, t('product'))}
        </div>
      )}
    </div>
  );
}

function useChoices(text: string, open: boolean): readonly Product[] {
  const api = useApi();
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const path = withQuery('products', { search: asked.trim(), limit: CHOICES, sortBy: 'code', sortOrder: 'asc', status: 'active', include: 'inventory' });
  const { data } = useQuery({ queryKey: [...KEYS.products, path], enabled: open, queryFn: ({ signal }) => api.read<Page<Product>>(path, signal), placeholderData: keepPreviousData });
  return data?.data ?? [];
}
