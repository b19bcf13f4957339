import { joined, raw, sql } from '#data/sql';
import type { Permission } from '#rules/access/permissions';
import { UNTOLD, type SignNoun } from '#rules/hardship/finder/finder-rules';
import { liftedInPart, reasonInWords } from '#rules/hardship/finder/reason-in-words';
import { visibleTo } from '../visible.js';
import type { Work } from '../work.js';
import type { KeptSign } from './keep-candidates.js';

const registers: Readonly<Record<SignNoun, { table: string; permission: Permission; handler?: string }>> = {
  dispute: { table: 'dispute', permission: 'dispute.read', handler: 'mediator_id' },
  'legal-aid': { table: 'legal_aid_matter', permission: 'legal-aid.read', handler: 'lawyer_id' },
  petition: { table: 'petition', permission: 'petition.read', handler: 'handler_id' },
  hardship: { table: 'hardship_file', permission: 'hardship.read' },
  disbursement: { table: 'disbursement', permission: 'disbursement.read' },
};

/** A reason as somebody is told it: with its record and its facts, or only that there is one. */
export interface ToldReason {
  rule: string | null;
  noun: string | null;
  subjectId: string | null;
  on: string | null;
  foundOn: string;
  zh: string;
  en: string;
}

export type Teller = (sign: KeptSign) => ToldReason;

/** How the actor may be told of these signs: of each only as far as the record that it rests on may be read. */
export async function tellerOf(work: Work, signs: readonly KeptSign[]): Promise<Teller> {
  const readable = await readableOf(work, signs);
  return (sign) => {
    const { rule, noun, subjectId, on, foundOn, facts } = sign;
    if (readable.has(subjectId)) return { rule, noun, subjectId, on, foundOn, ...reasonInWords(sign) };
    const fileId = facts['fileId'];
    if (rule === 'lifted-new-sign' && typeof fileId === 'string' && readable.has(fileId))
      return { rule, noun: 'hardship', subjectId: fileId, on: null, foundOn, ...liftedInPart(sign) };
    return { rule: null, noun: null, subjectId: null, on: null, foundOn, ...UNTOLD };
  };
}

async function readableOf({ data, actor }: Work, signs: readonly KeptSign[]): Promise<ReadonlySet<string>> {
  const wanted = Map.groupBy(
    signs.flatMap(({ noun, subjectId, facts }) => {
      const fileId = facts['fileId'];
      return [{ noun, id: subjectId }, ...(typeof fileId === 'string' ? [{ noun: 'hardship' as const, id: fileId }] : [])];
    }),
    ({ noun }) => noun,
  );
  const asked = [...wanted].filter(([noun]) => actor.rights.has(registers[noun].permission));
  if (asked.length === 0) return new Set();
  const statements = asked.map(([noun, subjects]) => {
    const { table, permission, handler } = registers[noun];
    return sql`SELECT r.id FROM ${raw(table)} r WHERE r.id = ANY (${subjects.map(({ id }) => id)}::uuid[]) AND ${visibleTo(actor, permission, 'r', handler)}`;
  });
  const rows = await data.read<{ id: string }>(actor, joined(statements, ' UNION ALL '));
  return new Set(rows.map(({ id }) => id));
}
