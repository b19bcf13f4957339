/** Cases of every kind, planted as the owner of the tables, and what they are planted with. */
import type pg from 'pg';
import { newId } from '#runtime/ids';
import type { TestDatabase } from '../support/database.js';
import { day } from './access-world-support.js';

export interface How {
  status?: string;
  handler?: string | null;
  columns?: Record<string, unknown>;
}

export type Planting = (owner: pg.Pool, id: string, place: string, how: How, db: TestDatabase) => Promise<Record<string, string> | void>;

export async function put(owner: pg.Pool, table: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row);
  await owner.query(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
}

export const MAKER = '00000000-0000-7000-8000-000000000002';
export const BEGAN = day(-10);
export const made = { created_by: MAKER };

export async function aPerson(owner: pg.Pool, place: string): Promise<string> {
  const id = newId();
  await put(owner, 'person', { id, name: `某${id.slice(-4)}`, search_keys: ['某', id.slice(-4)], phone_masked: '138****0000', ...made });
  await put(owner, 'person_presence', { person_id: id, organisation_id: place });
  return id;
}

export async function aClock(
  owner: pg.Pool,
  id: string,
  noun: string,
  code: string,
  of: { id: string; place: string; handler: string | null },
): Promise<void> {
  await owner.query(
    `INSERT INTO clock (id, noun, subject_id, organisation_id, code, rule_id, started_on, due_on, owner_id, events)
     SELECT $1, $2, $3, $4, code, id, $6::date, $7, $8, jsonb_build_array(jsonb_build_object('type', 'started', 'on', $6::date)) FROM clock_rule WHERE code = $5 AND enabled ORDER BY version DESC LIMIT 1`,
    [id, noun, of.id, of.place, code, BEGAN, day(20), of.handler],
  );
}

export const casePlantings = {
  async dispute(owner, id, place, { status = 'registered', handler = null, columns }) {
    await put(owner, 'dispute', {
      id,
      number: `劳${id}`,
      organisation_id: place,
      status,
      channel: 'V',
      category: '23',
      secondary: [],
      employer_name: '某厂',
      applicant_name: '某人',
      request: '工资',
      registered_on: BEGAN,
      mediator_id: handler,
      ...made,
      ...columns,
    });
    await put(owner, 'dispute_party', { id: newId(), dispute_id: id, role: 'applicant', name: '某人' });
    if (status === 'mediating') await aClock(owner, newId(), 'dispute', 'M5', { id, place, handler });
    await put(owner, 'activity', {
      id: newId(),
      noun: 'dispute',
      subject_id: id,
      organisation_id: place,
      kind: 'dispute.register',
      happened_on: BEGAN,
      actor_id: MAKER,
      actor_name: '系统',
    });
  },
  'mass-incident': (owner, id, place) =>
    put(owner, 'mass_incident', {
      id,
      number: `群${id}`,
      organisation_id: place,
      occurred_on: BEGAN,
      employer_name: '某厂',
      worker_count: 20,
      ...made,
    }),
  async petition(owner, id, place, { status = 'registered', handler = null, columns }) {
    await put(owner, 'petition', {
      id,
      number: `信${id}`,
      matter_id: newId(),
      organisation_id: place,
      status,
      channel: 'V',
      purpose: 'settlement',
      subject: '01',
      petitioner_name: '某人',
      content: '请求帮助',
      registered_on: BEGAN,
      handler_id: handler,
      ...made,
      ...columns,
    });
    if (status === 'handling') await aClock(owner, newId(), 'petition', 'X3', { id, place, handler });
  },
  async hardship(owner, id, place) {
    const holder = await aPerson(owner, place);
    const household = newId();
    await put(owner, 'household', { id: household, organisation_id: place });
    await put(owner, 'household_member', { id: newId(), household_id: household, person_id: holder, relation: 'self' });
    await put(owner, 'hardship_file', {
      id,
      organisation_id: place,
      household_id: household,
      holder_id: holder,
      holder_name: '某人',
      status: 'active',
      era: 'R1',
      hardship_class: 'hard',
      main_cause: 'illness',
      other_causes: [],
      household_size: 1,
      filed_on: BEGAN,
      ...made,
    });
  },
  candidate: async (owner, id, place) => {
    const person = await aPerson(owner, place);
    await put(owner, 'hardship_candidate', {
      id,
      organisation_id: place,
      person_id: person,
      reasons: JSON.stringify([
        { rule: 'income-lost', noun: 'dispute', subjectId: newId(), on: BEGAN, priority: 2, facts: { category: '51' }, foundOn: BEGAN },
      ]),
      priority: 2,
      found_on: BEGAN,
      due_on: day(10),
      status: 'open',
    });
    await put(owner, 'activity', {
      id: newId(),
      noun: 'candidate',
      subject_id: id,
      organisation_id: place,
      person_id: person,
      kind: 'candidate.found',
      happened_on: BEGAN,
      actor_id: MAKER,
      actor_name: '系统',
    });
  },
  async pairing(owner, id, place) {
    const fileId = newId();
    await casePlantings.hardship(owner, fileId, place);
    await put(owner, 'pairing', { id, file_id: fileId, organisation_id: place, cadre_name: '某干部', paired_on: BEGAN, made_by: MAKER });
    await put(owner, 'pairing_contact', {
      id: newId(),
      pairing_id: id,
      organisation_id: place,
      contacted_on: BEGAN,
      form: 'call',
      note_cipher: Buffer.from('x'),
      recorded_by: MAKER,
      recorded_by_name: '系统',
    });
    await put(owner, 'elsewhere_question', {
      id: newId(),
      asked_at: `${BEGAN}T00:00:00Z`,
      asked_by: MAKER,
      asked_by_name: '系统',
      organisation_id: place,
      person_id: await aPerson(owner, place),
      purpose: 'intake',
      answer: false,
    });
    return { fileId };
  },
  disbursement: async (owner, id, place) =>
    put(owner, 'disbursement', {
      id,
      programme: 'visit',
      organisation_id: place,
      person_id: await aPerson(owner, place),
      payee_name: '某人',
      cash_fen: 100_00,
      paid_on: BEGAN,
      ...made,
    }),
  'legal-aid': (owner, id, place, { handler = null }) =>
    put(owner, 'legal_aid_matter', {
      id,
      kind: 'case',
      organisation_id: place,
      status: 'open',
      form: 'arbitration',
      person_name: '某人',
      started_on: BEGAN,
      lawyer_id: handler,
      ...made,
    }),
} satisfies Record<string, Planting>;
