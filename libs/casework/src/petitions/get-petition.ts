import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import { isGroupVisit, type PetitionChannel } from '#rules/petitions/codes';
import { viewClock } from '../deadlines/view-clocks.js';
import { visibleTo } from '../visible.js';
import { today, type Work } from '../work.js';
import { petitionActions } from './petition-actions.js';
import { possibleRepeats } from './possible-repeats.js';

type Row = Tables['petition'] & {
  organisationName: string;
  clocks: Tables['clock'][];
  timeline: {
    id: string;
    noun: string;
    subjectId: string;
    kind: string;
    happenedOn: string;
    recordedAt: string;
    actorName: string;
    fromStatus: string | null;
    toStatus: string | null;
    note: string | null;
  }[];
  sameMatter: { id: string; number: string | null; registeredOn: string; channel: string }[];
};

/** One petition with its clocks, its timeline, the contacts on the same matter, and what the actor may do now. */
export async function getPetition(work: Work, id: string) {
  const row = await work.data.readOne<Row>(
    work.actor,
    sql`SELECT p.*, o.name AS organisation_name,
          coalesce((SELECT json_agg(json_build_object('id', k.id, 'noun', k.noun, 'code', k.code, 'ruleId', k.rule_id, 'startedOn', k.started_on, 'dueOn', k.due_on, 'state', k.state, 'endedOn', k.ended_on, 'events', k.events, 'estimated', k.estimated) ORDER BY k.due_on)
            FROM clock k WHERE k.subject_id = p.id), '[]') AS clocks,
          coalesce((SELECT json_agg(json_build_object('id', a.id, 'noun', a.noun, 'subjectId', a.subject_id, 'kind', a.kind, 'happenedOn', a.happened_on, 'recordedAt', a.recorded_at, 'actorName', a.actor_name, 'fromStatus', a.from_status, 'toStatus', a.to_status, 'note', a.note)
              ORDER BY a.recorded_at DESC, a.id DESC)
            FROM (SELECT * FROM activity a WHERE a.subject_id = p.id ORDER BY a.recorded_at DESC, a.id DESC LIMIT 100) a), '[]') AS timeline,
          coalesce((SELECT json_agg(json_build_object('id', s.id, 'number', s.number, 'registeredOn', s.registered_on, 'channel', s.channel) ORDER BY s.registered_on)
            FROM (SELECT * FROM petition s WHERE s.matter_id = p.matter_id AND s.id <> p.id LIMIT 50) s), '[]') AS same_matter
        FROM petition p JOIN organisation o ON o.id = p.organisation_id WHERE p.id = ${id} AND ${visibleTo(work.actor, 'petition.read', 'p', 'handler_id')}`,
  );
  const { phoneIndex: _, importRowId, createdAt: __, createdBy: ___, updatedAt: ____, divisionCode: _____, ...petition } = row;
  const on = today(work);
  return {
    ...petition,
    imported: importRowId !== null,
    groupVisit: isGroupVisit(petition.channel as PetitionChannel, petition.personCount),
    clocks: row.clocks.map((clock) => viewClock(clock, work.clockwork, on)),
    possibleRepeats: await possibleRepeats(work, row),
    actions: petitionActions(work.actor, row),
  };
}
