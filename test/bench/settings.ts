/** How large and how long: small numbers while developing, the defaults for the table in docs/bench.md. */
const number = (name: string, otherwise: number): number => {
  const given = process.env[name];
  if (given === undefined || given === '') return otherwise;
  const value = Number(given);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} must be a whole number above 0`);
  return value;
};

export interface Size {
  persons: number;
  disputes: number;
  petitions: number;
}

const persons = number('BENCH_PERSONS', 1_000_000);
export const large: Size = { persons, disputes: number('BENCH_DISPUTES', 200_000), petitions: number('BENCH_PETITIONS', 200_000) };
/** What growth is measured against: a tenth of everything. */
export const small: Size = {
  persons: Math.max(1000, Math.floor(large.persons / 10)),
  disputes: Math.max(1000, Math.floor(large.disputes / 10)),
  petitions: Math.max(1000, Math.floor(large.petitions / 10)),
};
/** Rows of the ledger that is imported. */
export const importedRows = number('BENCH_IMPORT_ROWS', 100_000);
/** Hardship files on which a drafted rule is tried. */
export const screenedHouseholds = number('BENCH_HOUSEHOLDS', 100_000);
export const secondsPerCell = number('BENCH_SECONDS', 6);
export const connections = number('BENCH_CONNECTIONS', 16);
/** Only the rows whose names contain this, for work on one of them. */
export const only = process.env['BENCH_ONLY'] ?? '';
