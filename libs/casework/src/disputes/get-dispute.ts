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
type Row = Omit<DisputeRow, 'divisionCode' | 'importRowId' | 'createdAt' | 'createdBy' | 'updatedAt'> & {
  organisationName: string;
  imported: boolean;
  parties: PartyPart[];
  clocks: ClockPart[];
  timeline: ActivityPart[];
};

/** One case with its parties, clocks, timeline, and what the actor may do with it now. */
export async function getDispute(work: Work, id: string) {
  const dispute = await work.data.readOne<Row>(
    work.actor,
    sql`SELECT d.id, d.number, d.organisation_id, o.name AS organisation_name, d.status, d.channel, d.category, d.secondary, d.severity, d.employer_id, d.employer_name, d.applicant_id, d.applicant_name,
          d.worker_count, d.common_request, d.request, d.claimed_fen, d.mediation_body_id, d.mediation_body, d.mediator_id, d.mediator_name, d.registered_on, d.applied_on, d.accepted_on, d.closed_on,
          d.outcome, d.onward_route, d.agreed_fen, d.performed_fen, d.performed_on, d.reason, d.remark, d.import_row_id IS NOT NULL AS imported, d.version,
          ${clocksOf('d')} AS clocks, ${timelineOf('d')} AS timeline,
          coalesce((SELECT json_agg(json_build_object('id', p.id, 'role', p.role, 'name', p.name, 'personId', p.person_id, 'employerId', p.employer_id, 'representative', p.representative)
            ORDER BY p.position, p.id) FROM dispute_party p WHERE p.dispute_id = d.id), '[]') AS parties
        FROM dispute d JOIN organisation o ON o.id = d.organisation_id WHERE d.id = ${id} AND ${visibleTo(work.actor, 'dispute.read', 'd', 'mediator_id')}`,
  );
  return {
    ...dispute,
    collective: isCollective(dispute.workerCount, dispute.commonRequest),
    clocks: dispute.clocks.map((clock) => viewClock(clock, work.clockwork, today(work))),
    actions: disputeActions(work.actor, dispute, today(work)),
  };
}
