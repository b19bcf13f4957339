import { importMoveOpen } from '#rules/imports/import-lifecycle';
import { statementBalances, statementOf, type Statement } from '#rules/imports/statement';
import { refuseIf } from '#rules/shared/refusal';
import { inTransaction, mustBePermitted, type Work } from '../work.js';
import { lockImport, plannedSheets, readImport, workbookOf } from './import-record.js';
import { judgeWorkbook } from './judge-workbook.js';
import { judgingFor, mustBePermittedTo } from './judging-for.js';
import { Places } from './places.js';
import { hashesOf, knownKeys, type AcceptedRow, type KnownKey } from './taking/recognise-records.js';
import { takerOf } from './taking/takers.js';
import { Tally } from './tally.js';

/** Tries an import out: every row is judged and looked up as it would be, and nothing is written but the statement. */
export async function dryRunImport(work: Work, { importId, version }: { importId: string; version: number }): Promise<Statement> {
  const record = await readImport(work, importId);
  mustBePermitted(work.actor, 'import.run', { organisationId: record.organisationId });
  refuseIf(importMoveOpen('checked', record.status));
  const planned = plannedSheets(record);
  mustBePermittedTo(work, planned);
  const judging = judgingFor(work, record, await Places.read(work));
  const tally = new Tally(planned);
  for await (const stretch of judgeWorkbook(await workbookOf(work, record), planned, judging)) {
    tally.read(stretch);
    const taker = takerOf(stretch.kind.code);
    const accepted = stretch.rows.flatMap(({ judged }) =>
      judged.outcome === 'accepted' ? [{ judged, ...hashesOf(work.secrets, taker, judged as AcceptedRow['judged']) }] : [],
    );
    const keyHashes = accepted.flatMap((row) => row.keyHashes);
    const known = keyHashes.length > 0 ? await work.data.readSlowly<KnownKey>(work.actor, knownKeys(stretch.kind.code, keyHashes)) : [];
    const contents = new Map(known.map((key) => [key.keyHash.toString('hex'), key.contentHash]));
    for (const { judged, keyHashes: keys, contentHash } of accepted) {
      const last = keys.map((key) => contents.get(key.toString('hex'))).find((content) => content !== undefined);
      tally.became(
        stretch.sheet,
        last === undefined ? 'created' : last.equals(contentHash) ? 'unchanged' : 'updated',
        stretch.kind,
        judged,
      );
    }
    for (const { judged } of stretch.rows) {
      if (judged.outcome === 'rejected' || judged.outcome === 'duplicate')
        tally.became(stretch.sheet, judged.outcome, stretch.kind, judged);
    }
  }
  const statement = statementOf(tally.counts(), true);
  refuseIf(statementBalances(statement));
  await inTransaction(work, async (tx) => {
    const locked = await lockImport(tx, work, { importId, version }, 'checked', 'import.run');
    await tx.update('import', locked, { status: 'checked', statement: JSON.parse(JSON.stringify(statement)) });
    tx.audit({
      type: 'import.checked',
      subject: { noun: 'import', id: importId },
      organisationId: locked.organisationId,
      details: { rows: statement.total.rowsIn },
    });
  });
  return statement;
}
