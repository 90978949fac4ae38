import type { Product } from '../api/types';
import { piecesIn } from '../stock/bodies';
import { isPrice } from './money';

/** A line of an order as it stands in a form. */
export interface LineDraft {
  readonly key: string;
  readonly product: Product | null;
  readonly colorCode: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly allowMixedColors: boolean;
}

export interface OrderDraft {
  readonly customerName: string;
  readonly remarks: string;
  readonly lines: readonly LineDraft[];
}

export function newLine(key: string): LineDraft {
  return { key, product: null, colorCode: '', quantity: '', unitPrice: '', allowMixedColors: false };
}

export type Lack = 'required' | 'whole' | 'number';

/** What a form lacks before the service can be asked, by the pointer that the service would use. */
export function lacksOf(draft: OrderDraft): Record<string, Lack> {
  const lacks: Record<string, Lack> = {};
  if (draft.customerName.trim() === '') {
    lacks['customerName'] = 'required';
  }
  draft.lines.forEach((line, index) => {
    if (!line.product) {
      lacks[`items/${index}/productId`] = 'required';
    }
    if (piecesIn(line.quantity) === undefined) {
      lacks[`items/${index}/quantity`] = 'whole';
    }
    if (!isPrice(line.unitPrice)) {
      lacks[`items/${index}/unitPrice`] = 'number';
    }
  });
  return lacks;
}

export function orderBody({ customerName, remarks, lines }: OrderDraft): unknown {
  return { customerName: customerName.trim(), remarks: remarks.trim() || null, items: lines.map((line) => ({ ...demandOf(line), unitPrice: line.unitPrice.trim() })) };
}

function demandOf({ product, colorCode, quantity, allowMixedColors }: LineDraft) {
  return { productId: product?.id, colorCode: colorCode || null, quantity: piecesIn(quantity), allowMixedColors };
}

/** What availability can be asked for: the lines that say enough, and which they are. */
export function demands(lines: readonly LineDraft[]): { readonly items: readonly unknown[]; readonly keys: readonly string[] } {
  const asking = lines.filter((line) => line.product && (piecesIn(line.quantity) ?? 0) > 0);
  return { items: asking.map(demandOf), keys: asking.map(({ key }) => key) };
}
