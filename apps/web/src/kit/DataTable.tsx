import { useRef, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { classes } from './classes.js';
import styles from './table.module.css';

export interface Column<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** In pixels; columns without one share what is left. */
  width?: number;
  align?: 'left' | 'right';
  /** The full text, where the cell may cut it off. */
  hint?: (row: Row) => string | null | undefined;
  wrap?: boolean;
  /** Gives way first where the table is narrow: at 125 % on an office screen. */
  spare?: boolean;
}

interface Props<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads: its first cell is the link, and the rest of the row follows it. */
  rowPath?: ((row: Row) => string | undefined) | undefined;
  /** What can be done with a row, at its right end. */
  rowActions?: ((row: Row) => ReactNode) | undefined;
  actionsTitle?: string;
  /** Where the words of the buttons need more than the usual. */
  actionsWidth?: number;
  rowTone?: (row: Row) => 'alarm' | 'quiet' | undefined;
}

/** A dense table. Up and down walk the rows, Enter opens one. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowPath,
  rowActions,
  actionsTitle,
  actionsWidth = 96,
  rowTone,
}: Props<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const navigate = useNavigate();
  const walk = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...(body.current?.querySelectorAll<HTMLElement>('[data-key-link]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  };
  const follow = (event: MouseEvent, path: string | undefined): void => {
    const target = event.target as HTMLElement;
    if (!path || target.closest('a, button, input, label') || window.getSelection()?.toString()) return;
    void navigate(path);
  };
  return (
    // Where no row is a link, the frame itself takes the keyboard, so that it can be scrolled.
    <div className={styles['frame']} {...(!rowPath && { tabIndex: 0, role: 'group', 'aria-label': caption })}>
      <table
        className={styles['table']}
        style={
          { '--full': `${leastWidth(columns)}px`, '--lean': `${leastWidth(columns.filter((column) => !column.spare))}px` } as CSSProperties
        }
      >
        <caption className="unseen">{caption}</caption>
        <colgroup>
          {columns.map(({ key, width, spare }) => (
            <col key={key} data-spare={spare} style={width ? { width } : undefined} />
          ))}
          {rowActions && <col style={{ width: actionsWidth }} />}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ key, title, align, spare }) => (
              <th key={key} scope="col" data-align={align} data-spare={spare}>
                {title}
              </th>
            ))}
            {rowActions && (
              <th scope="col" className={styles['actions']}>
                {actionsTitle}
              </th>
            )}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={walk}>
          {rows.map((row) => {
            const path = rowPath?.(row);
            return (
              <tr
                key={rowKey(row)}
                className={classes(path && styles['open'])}
                data-tone={rowTone?.(row)}
                onClick={(event) => follow(event, path)}
              >
                {columns.map((column, at) => (
                  <td
                    key={column.key}
                    data-spare={column.spare}
                    data-align={column.align}
                    data-wrap={column.wrap}
                    title={column.hint?.(row) ?? undefined}
                  >
                    {at === 0 && path ? (
                      <Link to={path} data-key-link>
                        {column.render(row)}
                      </Link>
                    ) : (
                      column.render(row)
                    )}
                  </td>
                ))}
                {rowActions && <td className={styles['actions']}>{rowActions(row)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const FLEXIBLE = 104;

function leastWidth<Row>(columns: readonly Column<Row>[]): number {
  return columns.reduce((sum, { width }) => sum + (width ?? FLEXIBLE), 0);
}
