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

/** How the columns of a statement's rows are called and read. */
export class Shape {
  private readonly names: readonly string[];
  private readonly parsers: readonly ((text: string) => unknown)[];

  constructor(fields: readonly pg.FieldDef[]) {
    this.names = fields.map((field) => camel(field.name));
    this.parsers = fields.map((field) => types.getTypeParser(field.dataTypeID, 'text') as (text: string) => unknown);
  }

  /** A row as an object with our names: registered_on → registeredOn. */
  read(values: readonly (string | null)[]): object {
    const row: Record<string, unknown> = {};
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      row[this.names[i]!] = value === null ? null : this.parsers[i]!(value);
    }
    return row;
  }
}
