import { sql } from '#data/sql';
import type { Tables } from '#data/tables';
import { action } from '../actions.js';
import { visibleTo } from '../visible.js';
import { mustBePermitted, whyNotPermitted, type Work } from '../work.js';

type Row = Tables['employer'] & { aliases: string[]; disputes: number; petitions: number; massIncidents: number; hardshipFiles: number };

/** A firm with the number of cases that name it, as far as the actor may see them. */
export async function getEmployer(work: Work, id: string) {
  mustBePermitted(work.actor, 'employer.read');
  const { actor } = work;
  const row = await work.data.readOne<Row>(
    actor,
    sql`SELECT e.*, ARRAY(SELECT a.name FROM employer_alias a WHERE a.employer_id = e.id ORDER BY a.name) AS aliases,
          (SELECT count(*) FROM dispute d WHERE d.employer_id = e.id AND ${visibleTo(actor, 'dispute.read', 'd', 'mediator_id')}) AS disputes,
          (SELECT count(*) FROM petition p WHERE p.employer_id = e.id AND ${visibleTo(actor, 'petition.read', 'p', 'handler_id')}) AS petitions,
          (SELECT count(*) FROM mass_incident m WHERE m.employer_id = e.id AND ${visibleTo(actor, 'mass-incident.read', 'm')}) AS mass_incidents,
          (SELECT count(*) FROM hardship_file h WHERE h.employer_id = e.id AND ${visibleTo(actor, 'hardship.read', 'h')}) AS hardship_files
        FROM employer e WHERE e.id = ${id}`,
  );
  const {
    name,
    uscc,
    orgCode,
    industry,
    ownership,
    divisionCode,
    licenseNo,
    address,
    phone,
    legalPerson,
    codeUnverified,
    aliases,
    version,
  } = row;
  const { disputes, petitions, massIncidents, hardshipFiles } = row;
  return {
    id,
    name,
    uscc,
    orgCode,
    industry,
    ownership,
    divisionCode,
    licenseNo,
    address,
    phone,
    legalPerson,
    codeUnverified,
    aliases,
    version,
    counts: { disputes, petitions, massIncidents, hardshipFiles },
    actions: [action('changeEmployer', whyNotPermitted(actor, 'employer.change'))],
  };
}
