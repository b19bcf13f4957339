import { describe, expect, it } from 'vitest';
import { joined, raw, sql } from './sql.js';

describe('a statement', () => {
  it('turns values into parameters, also inside other statements', () => {
    const { text, values } =
      sql`SELECT * FROM ${raw('dispute')} WHERE ${joined([sql`a = ${1}`, sql`b = ANY (${['x', 'y']})`], ' AND ')} OR c = ${"'; DROP"}`
        .statement;
    expect(text).toBe('SELECT * FROM dispute WHERE a = $1 AND b = ANY ($2) OR c = $3');
    expect(values).toEqual([1, ['x', 'y'], "'; DROP"]);
  });

  it('writes the size of a page into its text, and nothing else that is asked for there', () => {
    expect(sql`SELECT 1 WHERE ${7} = 7 LIMIT ${21}`.statement).toMatchObject({ text: 'SELECT 1 WHERE $1 = 7 LIMIT 21', values: [7] });
    expect(sql`SELECT 1 LIMIT ${'1; DROP TABLE x'}`.statement).toMatchObject({ text: 'SELECT 1 LIMIT $1', values: ['1; DROP TABLE x'] });
    expect(sql`SELECT 1 LIMIT ${1.5}`.statement.text).toBe('SELECT 1 LIMIT $1');
  });

  it('has one name for one text, another for another, and none for a very long one', () => {
    const named = (n: number): string | undefined => sql`SELECT ${n}`.statement.name;
    expect(named(1)).toBe(named(2));
    expect(named(1)).not.toBe(sql`SELECT 1, ${1}`.statement.name);
    expect(
      joined(
        Array.from({ length: 9000 }, (_, i) => sql`${i}`),
        ', ',
      ).statement.name,
    ).toBeUndefined();
  });

  it('gives out no more names than a connection should keep plans', () => {
    const names = Array.from({ length: 1000 }, (_, i) => sql`SELECT ${raw(String(i))}`.statement.name);
    expect(names.filter(Boolean).length).toBeLessThanOrEqual(400);
    expect(sql`SELECT ${raw('0')}`.statement.name).toBe(names[0]);
  });
});
