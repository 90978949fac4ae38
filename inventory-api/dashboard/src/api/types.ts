/** The bodies of the API (docs/openapi.yaml), as far as the pages read them. */

export interface Page<Row> {
  readonly data: readonly Row[];
  readonly pagination: {
    readonly page?: number;
    readonly limit: number;
    readonly total?: number;
    readonly totalPages?: number;
    readonly nextCursor?: string;
  };
}

export interface Figures {
  readonly totalQuantity: number;
  readonly reservedQuantity: number;
  readonly availableQuantity: number;
}

export const UNITS = ['piece', 'sheet', 'strip'] as const;
export type Unit = (typeof UNITS)[number];

export interface Product {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly specification: string | null;
  readonly specifications: Readonly<Record<string, unknown>>;
  readonly unit: Unit;
  readonly piecesPerUnit: number;
  readonly weight: number | null;
  readonly status: 'active' | 'inactive';
  readonly lowStockThreshold: number;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt: string | null;
  readonly inventory?: Figures;
}

export interface LotName {
  readonly colorCode: string | null;
  readonly productionDate: string | null;
}

export interface Lot extends LotName {
  readonly id: string;
  readonly productId: string;
  readonly quantity: number;
  readonly reservedQuantity: number;
  readonly availableQuantity: number;
  readonly version: number;
}

export interface ColorFigures extends Figures {
  readonly colorCode: string | null;
}

export interface StockSummary extends Figures {
  readonly productId: string;
  readonly colorCount: number;
  readonly colors: readonly ColorFigures[];
  readonly lotCount: number;
  readonly lots: readonly Lot[];
}

export const MOVEMENT_TYPES = ['inbound', 'outbound', 'adjusted', 'counted', 'reserved', 'released', 'shipped'] as const;
export type MovementType = (typeof MOVEMENT_TYPES)[number];

export interface Movement {
  readonly id: string;
  readonly documentNumber: string;
  readonly lotId: string;
  readonly productId: string;
  readonly type: MovementType;
  readonly delta: number;
  readonly balanceAfter: number;
  readonly reservedDelta: number;
  readonly reservedAfter: number;
  readonly reason?: string;
  readonly reference?: string;
  readonly actor: string;
  readonly occurredAt: string;
}

export interface Posted {
  readonly movement: Movement;
  readonly lot: Lot;
}

export interface Alert extends Figures {
  readonly productId: string;
  readonly code: string;
  readonly name: string;
  readonly lowStockThreshold: number;
  readonly level: 'out_of_stock' | 'low';
}

export const ORDER_STATUSES = ['draft', 'confirmed', 'shipped', 'completed', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export interface OrderLine extends LotName {
  readonly id: string;
  readonly productId: string;
  readonly lotId: string | null;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly allowMixedColors: boolean;
  readonly allocations: readonly { readonly lotId: string; readonly quantity: number }[];
}

export interface Order {
  readonly id: string;
  readonly orderNumber: string;
  readonly status: OrderStatus;
  readonly customerName: string;
  readonly remarks: string | null;
  readonly totalAmount: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  readonly items?: readonly OrderLine[];
}

export interface Availability {
  readonly sufficient: boolean;
  readonly data: readonly { readonly productId: string; readonly requested: number; readonly available: number; readonly sufficient: boolean }[];
}

export interface CacheSpace {
  readonly hits: number;
  readonly misses: number;
  readonly bypasses: number;
  readonly errors: number;
  readonly hitRate: number;
  readonly hitLatency: { readonly meanMicros: number };
  readonly loadLatency: { readonly meanMicros: number };
}

export interface CacheStats {
  readonly breakerOpen: boolean;
  readonly pendingInvalidations: number;
  readonly spaces: Readonly<Record<string, CacheSpace>>;
}
