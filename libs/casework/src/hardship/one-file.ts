import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { refuseFile } from '#rules/hardship/file-refusals';
import { Refusal } from '#rules/shared/refusal';

/** One household, one file: refused before the database's own wall, and in the same words where two are quicker than this question. */
export async function mustBeOnlyFile(
  tx: Transaction,
  { fileId = null, householdId, personIds }: { fileId?: string | null; householdId: string; personIds: readonly string[] },
): Promise<void> {
  const { taken } = await tx.one<{ taken: boolean }>(
    sql`SELECT bangfu.seated_elsewhere(${fileId}, ${householdId}, ${[...personIds]}) AS taken`,
  );
  if (taken) throw refuseFile('hardship.already-on-file');
}

export async function orOnFileAlready<T>(doing: Promise<T>): Promise<T> {
  try {
    return await doing;
  } catch (error) {
    const constraint = error instanceof Refusal && error.code === 'data.already-there' ? String(error.details['constraint'] ?? '') : '';
    throw constraint.startsWith('one_open_file_') ? refuseFile('hardship.already-on-file') : error;
  }
}
