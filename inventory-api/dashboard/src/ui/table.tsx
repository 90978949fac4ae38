import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly name: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** Its head is for screen readers only. */
  readonly quiet?: boolean;
  /** On a narrow screen it heads the card that the row becomes. */
  readonly leads?: boolean;
}

/** A table that becomes a list of cards on a narrow screen. */
export function Table<Row>(props: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  fresh?: (row: Row) => boolean;
}) {
  const { caption, columns, rows, keyOf, fresh } = props;
  const classOf = ({ numeric, leads }: Column<Row>) => [numeric && 'numeric', leads && 'leads'].filter(Boolean).join(' ') || undefined;
  return (
    <table className="table" role="table">
      <caption className="hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.name} scope="col" role="columnheader" className={classOf(column)}>
              {column.quiet ? <span className="hidden">{column.head}</span> : column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row" className={fresh?.(row) ? 'fresh' : undefined}>
            {columns.map((column) => (
              <td key={column.name} role="cell" data-head={column.quiet ? '' : column.head} className={classOf(column)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
