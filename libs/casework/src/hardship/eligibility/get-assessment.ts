import { refuseData } from '#data/refusals';
import { sql } from '#data/sql';
import { visibleTo } from '../../visible.js';
import { mustBePermitted, type Work } from '../../work.js';
import { assessmentsOf, reportOf, viewAssessment } from './assessments-of.js';
import type { FileRow } from '../household/household-of-file.js';
import { seesSealed } from '../in-file.js';
import { readRulebook } from './rulebook.js';

/** An assessment of any year with all its reasons, as it was then. */
export function getAssessment(work: Work, { fileId, assessmentId }: { fileId: string; assessmentId: string }) {
  return work.data.inTransaction(work.actor, work.now, async (tx) => {
    const file = await tx.one<FileRow>(
      sql`SELECT f.* FROM hardship_file f WHERE f.id = ${fileId} AND ${visibleTo(work.actor, 'hardship.read', 'f')}`,
    );
    if (!seesSealed(work.actor, file.organisationId)) mustBePermitted(work.actor, 'hardship.record', file);
    const rows = await assessmentsOf(tx, fileId);
    const row = rows.find(({ id }) => id === assessmentId);
    if (!row) throw refuseData('data.not-found');
    return { row: viewAssessment(work, file, row, row === rows[0]), ...reportOf(work, await readRulebook(tx), row) };
  });
}
