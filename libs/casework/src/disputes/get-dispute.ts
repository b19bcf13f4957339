import { sql } from '#data/sql';
import { isCollective } from '#rules/disputes/codes';
import { clocksOf, timelineOf, type ActivityPart, type ClockPart } from '../case-parts.js';
import { viewClock } from '../deadlines/view-clocks.js';
import { visibleTo } from '../visible.js';
import { today, type Work } from '../work.js';
import { disputeActions } from './dispute-actions.js';
import type { DisputeRow } from './move-dispute.js';

export interface PartyPart {
  id: string;
  role: string;
  name: string;
  personId: string | null;
  employerId: string | null;
  representative: boolean;
}
type Row = DisputeRow & { organisationName: string; parties: PartyPart[]; clocks: ClockPart[]; timeline: ActivityPart[] };

/** One case with its parties, clocks, timeline, and what the actor may do with it now. */
export async function getDispute(work: Work, id: string) {
  const dispute = await work.data.readOne<Row>(
    work.actor,
    sql`SELECT d.*, o.name AS organisation_name, ${clocksOf('d')} AS clocks, ${timelineOf('d')} AS timeline,
          coalesce((SELECT json_agg(json_build_object('id', p.id, 'role', p.role, 'name', p.name, 'personId', p.person_id, 'employerId', p.employer_id, 'representative', p.representative)
            ORDER BY p.position, p.id) FROM dispute_party p WHERE p.dispute_id = d.id), '[]') AS parties
        FROM dispute d JOIN organisation o ON o.id = d.organisation_id WHERE d.id = ${id} AND ${visibleTo(work.actor, 'dispute.read', 'd', 'mediator_id')}`,
  );
  const { divisionCode: _, importRowId, createdAt: __, createdBy: ___, updatedAt: ____, clocks, ...record } = dispute;
  return {
    ...record,
    collective: isCollective(dispute.workerCount, dispute.commonRequest),
    imported: importRowId !== null,
    clocks: clocks.map((clock) => viewClock(clock, work.clockwork, today(work))),
    actions: disputeActions(work.actor, dispute, today(work)),
  };
}
