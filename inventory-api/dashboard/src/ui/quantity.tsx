import { useText } from '../i18n/text';
import { Changing } from './changing';
import type { Column } from './table';

/** Makes columns of pieces, which are marked when they change. */
export function useQuantities<Row>(): (name: string, head: string, of: (row: Row) => number | undefined) => Column<Row> {
  const { number } = useText();
  return (name, head, of) => ({
    name,
    head,
    numeric: true,
    cell: (row) => {
      const value = of(row);
      return value === undefined ? '' : <Changing>{number(value)}</Changing>;
    },
  });
}
