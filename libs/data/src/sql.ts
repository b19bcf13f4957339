import { createHash } from 'node:crypto';

export interface Statement {
  /** left out for a text that is too rare to be kept */
  name?: string;
  text: string;
  values: unknown[];
}

/** One statement: its text with $1…, the values, and a name for its text so that PostgreSQL parses and plans it once a connection. */
export class Sql {
  private built?: Statement;

  constructor(
    private readonly pieces: readonly string[],
    private readonly holes: readonly unknown[],
  ) {}

  get statement(): Statement {
    if (this.built) return this.built;
    const values: unknown[] = [];
    const text = this.write(values);
    const name = nameOf(text);
    return (this.built = { ...(name && { name }), text, values });
  }

  private write(values: unknown[]): string {
    let text = this.pieces[0]!;
    this.holes.forEach((hole, i) => {
      if (hole instanceof Sql) text += hole.write(values);
      // The planner must see how many rows are wanted: of a parameter it would think a tenth of the table.
      else if (Number.isSafeInteger(hole) && text.endsWith('LIMIT ')) text += String(hole);
      else text += `$${values.push(hole)}`;
      text += this.pieces[i + 1]!;
    });
    return text;
  }
}

/** `sql\`… ${value} …\``: a value becomes a parameter, another `sql` is written in place. Text from outside can only ever be a value. */
export function sql(pieces: TemplateStringsArray, ...holes: unknown[]): Sql {
  return new Sql(pieces, holes);
}

export const nothing = new Sql([''], []);

export function joined(parts: readonly Sql[], separator: string): Sql {
  if (parts.length === 0) return nothing;
  return new Sql(['', ...parts.slice(1).map(() => separator), ''], [...parts]);
}

/** For names of tables and columns from our own code. */
export function raw(text: string): Sql {
  return new Sql([text], []);
}

/** Every name is a plan kept in every connection; odd combinations of filters beyond so many, and long inserts, are planned as they come. */
const MOST_NAMES = 400;
const LONGEST_NAMED = 20_000;
const names = new Map<string, string>();
function nameOf(text: string): string | undefined {
  let name = names.get(text);
  if (!name && names.size < MOST_NAMES && text.length < LONGEST_NAMED)
    names.set(text, (name = `s${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`));
  return name;
}
