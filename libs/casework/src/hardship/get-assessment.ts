import { sql } from '#data/sql';
import { visibleTo } from '../visible.js';
import { mustBePermitted, type Work } from '../work.js';
import { assessmentsOf, reportOf, viewAssessment } from './assessments-of.js';
import type { FileRow } from './household-of-file.js';
import { seesSealed } from './in-file.js';
import { readRulebook } from './rulebook.js';
import { refuseData } from '#data/refusals';

/** An assessment of any year with all its reasons, as it was then. */
export async function getAssessment(work: Work, { fileId, assessmentId }: { fileId: string; assessmentId: string }) {
  const file = await work.data.readOne<FileRow>(
    work.actor,
    sql`SELECT f.* FROM hardship_file f WHERE f.id = ${fileId} AND ${visibleTo(work.actor, 'hardship.read', 'f')}`,
  );
  if (!seesSealed(work.actor, file.organisationId)) mustBePermitted(work.actor, 'hardship.record', file);
  const rows = await assessmentsOf(work, fileId);
  const row = rows.find(({ id }) => id === assessmentId);
  if (!row) throw refuseData('data.not-found');
  return { row: viewAssessment(work.actor, file, row, row === rows[0]), ...reportOf(work, await readRulebook(work.data), row) };
}
