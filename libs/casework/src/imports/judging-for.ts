import { sql } from '#data/sql';
import { permissions } from '#rules/access/permissions';
import { reaches } from '#rules/access/rights';
import { onFileStatuses } from '#rules/hardship/file-lifecycle';
import { found } from '#rules/imports/findings';
import { dateInShanghai } from '#rules/shared/plain-date';
import { mustBePermitted, type Work } from '../work.js';
import type { ImportRecord } from './import-record.js';
import type { Judging, PlannedSheet } from './judge-workbook.js';
import type { Places } from './places.js';
import { takerOf } from './taking/takers.js';

/** Importing a ledger needs what registering its rows by hand would need, at least somewhere. */
export function mustBePermittedTo(work: Work, planned: readonly PlannedSheet[]): void {
  for (const { mapping } of planned) mustBePermitted(work.actor, takerOf(mapping.kind).permission);
}

/** Judges as of one day, however long the import takes and however often it is taken up again. */
export function judgingFor(work: Work, record: ImportRecord, places: Places): Judging {
  return {
    today: dateInShanghai((record.startedAt ?? work.now).getTime()),
    district: places.district,
    async headsRegistered(idNumbers) {
      const indexes = new Map(idNumbers.map((number) => [work.secrets.index('id', number).toString('hex'), number]));
      const rows = await work.data.read<{ idIndex: Buffer }>(
        work.actor,
        sql`
        SELECT p.id_index FROM person p JOIN hardship_file f ON f.holder_id = p.id AND f.status = ANY (${[...onFileStatuses]})
        WHERE p.id_index = ANY (${[...indexes.keys()].map((hex) => Buffer.from(hex, 'hex'))}::bytea[])`,
      );
      return new Set(rows.map(({ idIndex }) => indexes.get(idIndex.toString('hex'))!));
    },
    against(kind, row) {
      const { permission } = takerOf(kind.code);
      const { organisationId } = places.of(row, record.organisationId);
      if (kind.head || reaches(work.actor.rights, work.actor.id, permission, { organisationId })) return undefined;
      const { zh, en } = permissions[permission];
      return { column: 'district', ...found('row.out-of-reach', { permissionZh: zh, permissionEn: en }) };
    },
  };
}
