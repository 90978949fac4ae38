import type { Product } from '../api/types';
import { entriesText, readEntries } from './entries';

/** A product as it stands in the fields of a form. */
export interface Draft {
  readonly code: string;
  readonly name: string;
  readonly specification: string;
  readonly specifications: string;
  readonly unit: string;
  readonly piecesPerUnit: string;
  readonly weight: string;
  readonly status: string;
  readonly lowStockThreshold: string;
}

export type DraftField = keyof Draft;

export const NEW: Draft = {
  code: '',
  name: '',
  specification: '',
  specifications: '',
  unit: 'piece',
  piecesPerUnit: '1',
  weight: '',
  status: 'active',
  lowStockThreshold: '0',
};

export const FIELDS = Object.keys(NEW) as DraftField[];

export function draftOf(product: Product): Draft {
  return {
    code: product.code,
    name: product.name,
    specification: product.specification ?? '',
    specifications: entriesText(product.specifications),
    unit: product.unit,
    piecesPerUnit: String(product.piecesPerUnit),
    weight: product.weight === null ? '' : String(product.weight),
    status: product.status,
    lowStockThreshold: String(product.lowStockThreshold),
  };
}

/** A whole number or decimal that JSON can carry; `undefined` if the text is neither. */
export function numberIn(text: string): number | undefined {
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

/** The body that a form asks for, or the fields that are no numbers. */
export function bodyOf(draft: Draft): { readonly body: unknown } | { readonly notNumbers: readonly DraftField[] } {
  const numbers = (['piecesPerUnit', 'lowStockThreshold', 'weight'] as const).map((field) => [field, numberIn(draft[field])] as const);
  const notNumbers = numbers.filter(([field, value]) => value === undefined && !(field === 'weight' && draft.weight.trim() === '')).map(([field]) => field);
  if (notNumbers.length > 0) {
    return { notNumbers };
  }
  const { code, name, specification, specifications, unit, status } = draft;
  const body = { code, name, specification: specification.trim() || null, specifications: readEntries(specifications), unit, status };
  return { body: { ...body, ...Object.fromEntries(numbers.map(([field, value]) => [field, value ?? null])) } };
}

/** Two people have changed the same thing. */
export interface Merge {
  /** Mine, with what only they have changed. */
  readonly merged: Draft;
  /** What they have changed. */
  readonly theirs: readonly DraftField[];
  /** Of that, what I have changed too, and otherwise. */
  readonly conflicts: readonly DraftField[];
  /** Whether I have changed anything. */
  readonly mine: boolean;
}

export function merge(base: Draft, mine: Draft, now: Draft): Merge {
  const theirs = FIELDS.filter((field) => now[field] !== base[field]);
  const changed = FIELDS.filter((field) => mine[field] !== base[field]);
  const merged = Object.fromEntries(FIELDS.map((field) => [field, changed.includes(field) ? mine[field] : now[field]])) as unknown as Draft;
  return { merged, theirs, conflicts: theirs.filter((field) => changed.includes(field) && mine[field] !== now[field]), mine: changed.length > 0 };
}
