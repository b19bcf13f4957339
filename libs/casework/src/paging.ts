import { refusals } from '#rules/shared/refusal';

export const refusePaging = refusals({
  'paging.cursor': {
    kind: 'invalid',
    zh: '翻页位置无效，请从第一页重新查询。',
    en: 'This place in the list is not valid. Please start again from the first page.',
  },
});

/** A place in a list: the values of its order in the last row that was shown. */
export function cursorOf(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

export function readCursor(cursor: string | undefined, shape: readonly RegExp[]): string[] | undefined {
  if (cursor === undefined) return undefined;
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refusePaging('paging.cursor');
  }
  if (
    !Array.isArray(values) ||
    values.length !== shape.length ||
    !values.every((value, i) => typeof value === 'string' && shape[i]!.test(value))
  )
    throw refusePaging('paging.cursor');
  return values as string[];
}

export const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Cuts the one row too many that was read to know whether there is a next page. */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  place: (row: Row) => readonly string[],
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? cursorOf(place(items.at(-1)!)) : null };
}
