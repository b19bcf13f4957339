import { sql, type Sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { programmes } from '#rules/aid/codes';
import { disputeOutcomes } from '#rules/disputes/codes';
import { disputeStatuses } from '#rules/disputes/dispute-lifecycle';
import { hardshipClasses } from '#rules/hardship/codes';
import { fileStatuses } from '#rules/hardship/file-lifecycle';
import { moneyWords, ownWord, type Evidence, type EvidenceKind } from '#rules/hardship/reviews/review-evidence';
import { legalAidForms } from '#rules/legal-aid/codes';
import { petitionSubjects } from '#rules/petitions/codes';
import { petitionStatuses } from '#rules/petitions/petition-lifecycle';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { Label } from '#rules/shared/label';
import type { PlainDate } from '#rules/shared/plain-date';
import type { FileRow } from '../hardship/household/household-of-file.js';
import { visibleTo } from '../visible.js';
import type { Work } from '../work.js';

interface Row {
  kind: EvidenceKind;
  noun: string;
  id: string;
  on: PlainDate;
  name: string;
  what: string | null;
  before: string | null;
  status: string;
  fen: number | null;
}
const MOST = 50;
type Words = Readonly<Record<string, Label>>;
const wordOf = (words: Words, code: string | null): Label | null => (code === null ? null : (words[code] ?? ownWord(code)));
const both = (a: Label | null, b: Label | null): Label | null => (a && b ? { zh: `${a.zh} · ${b.zh}`, en: `${a.en} · ${b.en}` } : (a ?? b));

/**
 * What happened to people of the household in the other registers since then, as far as the reader may read those. What
 * accuses somebody stays with who handles it.
 */
export async function evidenceOfCases(tx: Transaction, { actor }: Work, file: FileRow, since: PlainDate): Promise<Evidence[]> {
  const people = sql`(SELECT x.id, x.name FROM person x WHERE x.id = ${file.holderId} OR x.id IN (SELECT m.person_id FROM household_member m WHERE m.household_id = ${file.householdId} AND m.left_on IS NULL)) p`;
  const from = (kind: EvidenceKind, columns: Sql, tables: Sql, where: Sql): Sql =>
    sql`(SELECT ${kind}::text AS kind, ${columns} FROM ${people} JOIN ${tables} WHERE ${where} ORDER BY 4 DESC LIMIT ${MOST})`;
  const rows = await tx.rows<Row>(sql`
    ${from(
      'payment',
      sql`'disbursement' AS noun, b.id, b.paid_on AS "on", p.name, b.programme AS what, NULL AS before, b.campaign AS status, b.cash_fen + b.goods_fen AS fen`,
      sql`disbursement b ON b.person_id = p.id`,
      sql`b.paid_on > ${since} AND ${visibleTo(actor, 'disbursement.read', 'b')}`,
    )} UNION ALL ${from(
      'dispute',
      sql`'dispute', d.id, greatest(d.registered_on, d.closed_on, d.performed_on), p.name, d.outcome, CASE WHEN d.registered_on <= ${since} THEN 'open' END, d.status, coalesce(d.performed_fen, d.agreed_fen)`,
      sql`dispute d ON d.id IN (SELECT o.id FROM dispute o WHERE o.applicant_id = p.id UNION SELECT y.dispute_id FROM dispute_party y WHERE y.person_id = p.id)`,
      sql`greatest(d.registered_on, d.closed_on, d.performed_on) > ${since} AND ${visibleTo(actor, 'dispute.read', 'd', 'mediator_id')}`,
    )} UNION ALL ${from(
      'legal-aid',
      sql`'legal-aid', l.id, greatest(l.started_on, l.closed_on), p.name, l.form, CASE WHEN l.started_on <= ${since} THEN 'open' END, coalesce(l.result, ''), l.recovered_fen`,
      sql`legal_aid_matter l ON l.person_id = p.id`,
      sql`greatest(l.started_on, l.closed_on) > ${since} AND ${visibleTo(actor, 'legal-aid.read', 'l', 'lawyer_id')}`,
    )} UNION ALL ${from(
      'petition',
      sql`'petition', t.id, greatest(t.registered_on, t.closed_on), p.name, t.subject, CASE WHEN t.registered_on <= ${since} THEN 'open' END, t.status, NULL`,
      sql`petition t ON t.petitioner_id = p.id`,
      sql`greatest(t.registered_on, t.closed_on) > ${since} AND t.purpose <> 'accusation' AND ${visibleTo(actor, 'petition.read', 't', 'handler_id')}`,
    )} UNION ALL ${from(
      'other-file',
      sql`'hardship', f.id, greatest(f.begun_on, f.filed_on, f.ended_on), p.name, f.hardship_class, CASE WHEN f.begun_on <= ${since} THEN 'open' END, f.status, NULL`,
      sql`hardship_file f ON f.id <> ${file.id} AND (f.holder_id = p.id OR EXISTS (SELECT FROM household_member m WHERE m.household_id = f.household_id AND m.person_id = p.id))`,
      sql`greatest(f.begun_on, f.filed_on, f.ended_on) > ${since} AND ${visibleTo(actor, 'hardship.read', 'f')}`,
    )}`);
  return rows.map(told);
}

const lists: Readonly<Record<string, { what: Words; status: Words }>> = {
  payment: { what: programmes, status: {} },
  dispute: { what: disputeOutcomes, status: disputeStatuses },
  'legal-aid': { what: legalAidForms, status: {} },
  petition: { what: petitionSubjects, status: petitionStatuses },
  'other-file': { what: hardshipClasses, status: fileStatuses },
};
const stillOpen: Label = { zh: '上次复核时在办', en: 'Open at the last review' };

function told({ kind, noun, id, on, name, what, before, status, fen }: Row): Evidence {
  const { what: whats, status: statuses } = lists[kind]!;
  return {
    kind,
    on,
    personName: maskPersonName(name),
    what: wordOf(whats, what),
    was: before === null ? null : stillOpen,
    is: both(status === '' ? null : wordOf(statuses, status), fen === null ? null : moneyWords(fen)),
    source: { noun, id },
  };
}
