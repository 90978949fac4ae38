import type { LotName } from '../api/types';

/** What a form about a lot holds. */
export interface LotDraft {
  readonly colorCode: string;
  readonly productionDate: string;
  readonly quantity: string;
  readonly type: string;
  readonly reason: string;
  readonly reference: string;
}

export const EMPTY: LotDraft = { colorCode: '', productionDate: '', quantity: '', type: 'normal', reason: '', reference: '' };

/** Whole pieces; a typographic minus is one, too. `undefined` if it is no whole number. */
export function piecesIn(text: string): number | undefined {
  const plain = text.trim().replace(/^[−–]/, '-');
  return /^[+-]?\d{1,16}$/.test(plain) && Number.isSafeInteger(Number(plain)) ? Number(plain) : undefined;
}

const orNull = (text: string) => text.trim() || null;

function note({ reason, reference }: Pick<LotDraft, 'reason' | 'reference'>) {
  return { reason: orNull(reason), reference: orNull(reference) };
}

export function receiving(productId: string, draft: LotDraft, quantity: number) {
  return { productId, colorCode: orNull(draft.colorCode), productionDate: orNull(draft.productionDate), quantity, type: draft.type, ...note(draft) };
}

export function issuing(productId: string, draft: LotDraft, quantity: number) {
  return { productId, colorCode: orNull(draft.colorCode), productionDate: orNull(draft.productionDate), quantity, ...note(draft) };
}

/** How a lot is corrected: by a difference, or to what was counted where the system said `expected`. */
export type Correction = { readonly delta: number } | { readonly quantity: number; readonly expectedQuantity: number };

export function adjusting(productId: string, { colorCode, productionDate }: LotName, correction: Correction, draft: Pick<LotDraft, 'reason' | 'reference'>) {
  return { productId, colorCode, productionDate, ...correction, ...note(draft) };
}
