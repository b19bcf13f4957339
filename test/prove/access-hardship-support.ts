/** A hardship file with something in every part, a candidate and a draft of a rule, planted as the owner of the tables. */
import type pg from 'pg';
import { newId } from '#runtime/ids';
import { aPerson, BEGAN, made, MAKER, put, type Planting } from './access-cases-support.js';
import { bytes, day } from './access-world-support.js';

const by = { made_by: MAKER, made_by_name: '系统' };

async function aNotice(owner: pg.Pool, file: string, place: string, seal: (value: unknown) => Buffer): Promise<Record<string, string>> {
  const [noticeId, clockId, objectionId] = [newId(), newId(), newId()];
  await owner.query(
    `INSERT INTO clock (id, noun, subject_id, organisation_id, code, rule_id, started_on, due_on, events, state, ended_on)
     SELECT $1, 'hardship', $2, $3, code, id, $4::date, $5::date, jsonb_build_array(jsonb_build_object('type', 'started', 'on', $4::date)), 'met', $5::date FROM clock_rule WHERE code = 'H1' AND enabled ORDER BY version DESC LIMIT 1`,
    [clockId, file, place, BEGAN, day(-2)],
  );
  const at = { file_id: file, organisation_id: place };
  await put(owner, 'hardship_notice', {
    id: noticeId,
    ...at,
    kind: 'application',
    given_on: BEGAN,
    clock_id: clockId,
    phone: '12345',
    text_zh: '公示',
    given_by: MAKER,
    given_by_name: '系统',
  });
  await put(owner, 'hardship_objection', {
    id: objectionId,
    notice_id: noticeId,
    ...at,
    objected_on: BEGAN,
    content_cipher: seal('不属实'),
    recorded_by: MAKER,
  });
  return { noticeId, objectionId };
}

export const hardshipPlantings = {
  async hardship(owner, id, place, { status = 'active' }, { secrets }) {
    const [holder, household, memberId] = [await aPerson(owner, place), newId(), newId()];
    const at = { file_id: id, organisation_id: place };
    const seal = (value: unknown): Buffer => secrets.seal(typeof value === 'string' ? value : JSON.stringify(value));
    await put(owner, 'household', { id: household, organisation_id: place });
    await put(owner, 'household_member', { id: memberId, household_id: household, person_id: holder, relation: 'self' });
    const applying = [
      'draft',
      'submitted',
      'sent_back',
      'prelim_ok',
      'visited',
      'verifying',
      'verified',
      'reviewed',
      'notice',
      'objected',
      'approved',
    ].includes(status);
    await put(owner, 'hardship_file', {
      id,
      organisation_id: place,
      household_id: household,
      holder_id: holder,
      holder_name: '某人',
      status,
      era: 'R3',
      hardship_class: 'deep',
      main_cause: 'laid-off',
      other_causes: [],
      household_size: 1,
      begun_on: BEGAN,
      received_on: BEGAN,
      filed_on: applying ? null : BEGAN,
      ended_on: status === 'lifted' ? day(-1) : null,
      ...made,
    });
    const ids = {
      consentId: newId(),
      worksheetId: newId(),
      assessmentId: newId(),
      visitId: newId(),
      verificationId: newId(),
      certificateId: newId(),
      attachmentId: newId(),
    };
    await put(owner, 'hardship_consent', {
      id: ids.consentId,
      ...at,
      person_id: holder,
      kind: 'application',
      signed_on: BEGAN,
      signed_by: '某人',
      recorded_by: MAKER,
    });
    await put(owner, 'hardship_worksheet', {
      id: ids.worksheetId,
      ...at,
      number: 1,
      status: 'draft',
      period_from: day(-375),
      period_to: day(-11),
      sheet_cipher: seal({ memberIds: [holder], lines: [], reckonedBy: [MAKER] }),
      created_by: MAKER,
      created_by_name: '系统',
    });
    await owner.query(
      `INSERT INTO hardship_assessment (id, file_id, organisation_id, worksheet_id, rule_id, received_on, assessed_on, verdict, opens_file, unverified, household_cipher, made_by, made_by_name)
       SELECT $1, $2, $3, $4, id, $5, $5, 'undecided', false, true, $6, $7, '系统' FROM eligibility_rule ORDER BY valid_from DESC LIMIT 1`,
      [ids.assessmentId, id, place, ids.worksheetId, BEGAN, seal({ division: '320500', persons: 1 }), MAKER],
    );
    await put(owner, 'hardship_visit', {
      id: ids.visitId,
      ...at,
      purpose: 'intake',
      visitors: '[]',
      form_cipher: seal({ fields: {}, conflicts: {}, decided: [], late: [], changes: [] }),
      ...by,
    });
    await put(owner, 'hardship_verification', {
      id: ids.verificationId,
      ...at,
      sent_on: BEGAN,
      sent_by: MAKER,
      reported_on: BEGAN,
      valid_until: day(90),
      findings_cipher: seal('无'),
    });
    await put(owner, 'hardship_certificate', {
      id: ids.certificateId,
      ...at,
      number: `特${id}`,
      status: 'valid',
      issued_on: BEGAN,
      valid_until: day(300),
      token: newId(),
      issued_by: MAKER,
      issued_by_name: '系统',
    });
    await put(owner, 'attachment', {
      id: ids.attachmentId,
      noun: 'hardship',
      subject_id: id,
      organisation_id: place,
      kind: 'other',
      file_name_cipher: seal('证明.pdf'),
      media_type: 'application/pdf',
      size: 10,
      hash: bytes(),
      key_cipher: seal('x'),
      content_index: bytes(),
      scan: 'not-scanned',
      added_by: MAKER,
      added_by_name: '系统',
    });
    await put(owner, 'hardship_decision', {
      id: newId(),
      ...at,
      file_version: 1,
      move: 'submit',
      from_status: 'draft',
      to_status: 'submitted',
      decided_on: BEGAN,
      decided_by: MAKER,
      decided_by_name: '系统',
      decided_at: `${BEGAN}T01:00:00Z`,
    });
    const notice = await aNotice(owner, id, place, seal);
    await put(owner, 'elsewhere_question', {
      id: newId(),
      asked_at: `${BEGAN}T01:00:00Z`,
      asked_by: MAKER,
      asked_by_name: '系统',
      organisation_id: place,
      person_id: holder,
      file_id: id,
      purpose: 'approval',
      answer: false,
    });
    return { memberId, personId: holder, ...ids, ...notice };
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
  async pairing(owner, id, place, how, db) {
    const fileId = newId();
    await hardshipPlantings.hardship(owner, fileId, place, how, db);
    await put(owner, 'pairing', { id, file_id: fileId, organisation_id: place, cadre_name: '某干部', paired_on: BEGAN, made_by: MAKER });
    await put(owner, 'pairing_contact', {
      id: newId(),
      pairing_id: id,
      organisation_id: place,
      contacted_on: BEGAN,
      form: 'call',
      note_cipher: db.secrets.seal('问候'),
      recorded_by: MAKER,
      recorded_by_name: '系统',
    });
    return { fileId };
  },
  /** A draft is made in one's own name: as somebody, for the guard of the table asks who. */
  async policy(owner, id, place, { status = 'draft' }) {
    const client = await owner.connect();
    try {
      await client.query('BEGIN');
      // What guards drafts from people sleeps while one is planted in another state.
      await client.query('SET LOCAL session_replication_role = replica');
      const agreed = status === 'agreed';
      await client.query(
        `INSERT INTO policy_draft (id, organisation_id, kind, name, changes, valid_from, reason, status, made_by, made_by_name, agreed_by, agreed_by_name, agreed_at)
         VALUES ($1, $2, 'rule', '提高标准', '{"ruleId":"R3.2","thresholds":{"deep-net":110},"capPercent":100}', $3, '试算', $4, $5, '系统', $6, $7, $8)`,
        [
          id,
          place,
          day(40),
          status,
          MAKER,
          agreed ? '00000000-0000-7000-8000-000000000001' : null,
          agreed ? '门禁' : null,
          agreed ? `${BEGAN}T01:00:00Z` : null,
        ],
      );
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  },
} satisfies Record<string, Planting>;
