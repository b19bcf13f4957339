import pg from 'pg';

const { builtins } = pg.types;

/** Dates without time stay text ('YYYY-MM-DD'), and whole numbers (fen, counts) are numbers: all of ours are far below 2^53. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
]);
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const snakeNames = new Map<string, string>();
export function snake(name: string): string {
  let snaked = snakeNames.get(name);
  if (!snaked) snakeNames.set(name, (snaked = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)));
  return snaked;
}

const shapes = new Map<string, string[]>();

function namesOf({ fields }: pg.QueryArrayResult, statementName: string | undefined): string[] {
  const known = statementName === undefined ? undefined : shapes.get(statementName);
  if (known?.length === fields.length) return known;
  const names = fields.map((field) => camel(field.name));
  if (statementName !== undefined) shapes.set(statementName, names);
  return names;
}

/** Rows as objects with our names: registered_on → registeredOn. */
export function toRows<Row>(result: pg.QueryArrayResult, statementName: string | undefined): Row[] {
  const names = namesOf(result, statementName);
  return result.rows.map((values: unknown[]) => {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i++) row[names[i]!] = values[i];
    return row as Row;
  });
}
