import { sql } from '#data/sql';
import { relations } from '#rules/hardship/household/household-members';
import { householdMembers } from '#rules/imports/kinds/household-members';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import type { PlainDate } from '#rules/shared/plain-date';
import type { CellValue } from '../../documents/stream-workbook.js';
import type { Work } from '../../work.js';
import type { HardshipFilter } from '../find-hardship-files.js';
import { seenOf, type Seen } from './register-columns.js';
import { registerRows, type RegisterRow } from './register-rows.js';

interface Member {
  householdId: string;
  name: string;
  sex: string | null;
  birthDate: PlainDate | null;
  idMasked: string | null;
  idCipher: Buffer | null;
  relation: string;
  status: string | null;
  schooling: string | null;
  incomeCipher: Buffer | null;
  healthCipher: Buffer | null;
}

interface MemberColumn {
  readonly header: string;
  readonly width: number;
  readonly value: (member: Member, head: RegisterRow, seen: Seen) => CellValue;
}

const ledger = householdMembers.columns;
const AT_ONCE = 500;

/** Headed as the ledger of household members; the head’s number says whose household it is. */
export const memberColumns: readonly MemberColumn[] = [
  { header: ledger.headName.zh, width: 10, value: (_, head, { person }) => (person ? head.holderName : maskPersonName(head.holderName)) },
  { header: ledger.headId.zh, width: 21, value: (_, head, { person, open }) => (person ? open(head.idCipher) : head.idMasked) },
  { header: ledger.memberName.zh, width: 10, value: ({ name }, _, { person }) => (person ? name : maskPersonName(name)) },
  {
    header: ledger.relation.zh,
    width: 10,
    value: ({ relation }) => (relations as Readonly<Record<string, { zh: string }>>)[relation]?.zh ?? relation,
  },
  { header: ledger.sex.zh, width: 6, value: ({ sex }) => (sex === 'male' ? '男' : sex === 'female' ? '女' : null) },
  { header: ledger.memberId.zh, width: 21, value: ({ idCipher, idMasked }, _, { person, open }) => (person ? open(idCipher) : idMasked) },
  { header: ledger.birthDate.zh, width: 12, value: ({ birthDate }, _, { person }) => (person ? birthDate : null) },
  { header: ledger.status.zh, width: 10, value: ({ status }) => status },
  {
    header: ledger.income.zh,
    width: 12,
    value: ({ incomeCipher }, _, { sealed, open }) => (sealed && incomeCipher ? { fen: Number(open(incomeCipher)) } : null),
  },
  { header: ledger.health.zh, width: 12, value: ({ healthCipher }, _, { sealed, open }) => (sealed ? open(healthCipher) : null) },
  { header: ledger.schooling.zh, width: 18, value: ({ schooling }, _, { sealed }) => (sealed ? schooling : null) },
];

/** The members beside the heads, household by household in the order of the register. */
export async function* memberRows(work: Work, filter: HardshipFilter): AsyncGenerator<readonly CellValue[]> {
  let heads: RegisterRow[] = [];
  for await (const head of registerRows(work, filter)) {
    heads.push(head);
    if (heads.length < AT_ONCE) continue;
    yield* membersOf(work, heads);
    heads = [];
  }
  yield* membersOf(work, heads);
}

async function* membersOf(work: Work, heads: readonly RegisterRow[]): AsyncGenerator<readonly CellValue[]> {
  if (heads.length === 0) return;
  const members = await work.data.readSlowly<Member>(
    work.actor,
    sql`SELECT m.household_id, p.name, p.sex, p.birth_date, p.id_masked, p.id_cipher, m.relation, m.status, m.schooling, m.income_cipher, m.health_cipher
        FROM household_member m JOIN person p ON p.id = m.person_id JOIN hardship_file f ON f.household_id = m.household_id AND f.id = ANY (${heads.map(({ id }) => id)}::uuid[])
        WHERE m.left_on IS NULL AND m.person_id <> f.holder_id ORDER BY m.recorded_at, m.id`,
  );
  const byHousehold = new Map<string, Member[]>();
  for (const member of members) byHousehold.set(member.householdId, [...(byHousehold.get(member.householdId) ?? []), member]);
  for (const head of heads) {
    const seen = seenOf(work, head, true);
    for (const member of byHousehold.get(head.householdId) ?? []) yield memberColumns.map(({ value }) => value(member, head, seen));
    // A household has one open file, and perhaps ended ones: its members stand once.
    byHousehold.delete(head.householdId);
  }
}
