import type { Lot, Product, StockSummary } from '../../src/api/types';

export function product(more: Partial<Product> = {}): Product {
  return {
    id: 'p1',
    code: 'T800-01',
    name: '抛光砖',
    specification: '800x800',
    specifications: {},
    unit: 'piece',
    piecesPerUnit: 4,
    weight: 12.5,
    status: 'active',
    lowStockThreshold: 10,
    version: 3,
    createdAt: '2026-05-04T08:30:00Z',
    updatedAt: '2026-05-04T08:30:00Z',
    archivedAt: null,
    ...more,
  };
}

export function lot(id: string, colorCode: string | null, quantity: number, reservedQuantity = 0, version = 1): Lot {
  return { id, productId: 'p1', colorCode, productionDate: null, quantity, reservedQuantity, availableQuantity: quantity - reservedQuantity, version };
}

/** A summary that adds up. */
export function stock(...lots: Lot[]): StockSummary {
  const sums = (some: readonly Lot[]) => {
    const totalQuantity = some.reduce((sum, { quantity }) => sum + quantity, 0);
    const reservedQuantity = some.reduce((sum, one) => sum + one.reservedQuantity, 0);
    return { totalQuantity, reservedQuantity, availableQuantity: totalQuantity - reservedQuantity };
  };
  const colors = [...new Set(lots.map(({ colorCode }) => colorCode))];
  return {
    productId: 'p1',
    ...sums(lots),
    colorCount: colors.length,
    colors: colors.map((colorCode) => ({ colorCode, ...sums(lots.filter((one) => one.colorCode === colorCode)) })),
    lotCount: lots.length,
    lots,
  };
}
