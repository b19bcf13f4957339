/** Edits by somebody who owns the database and can put triggers and foreign keys to sleep. */
import { verifyAudit, walkAudit } from '#casework/audit/verify-audit';
import type { Work } from '#casework/work';
import type { TestDatabase } from '../support/database.js';

const middle = `(SELECT seq FROM audit_link OFFSET (SELECT count(*) / 2 FROM audit_link) LIMIT 1)`;
const entryOf = (seq: string): string => `(SELECT entry_id FROM audit_link WHERE seq = ${seq})`;

/** Each leaves the database changed until `restore`. */
const edits: Record<string, string[]> = {
  'a reason changed': [
    `UPDATE audit_entry SET details = jsonb_set(details::jsonb, '{reason}', '"另有原因"') WHERE id = ${entryOf(middle)}`,
  ],
  'an entry given to another person': [`UPDATE audit_entry SET actor_name = '某人' WHERE id = ${entryOf(middle)}`],
  'a time moved by a millisecond': [`UPDATE audit_entry SET at = at + interval '1 millisecond' WHERE id = ${entryOf(middle)}`],
  'an entry removed': [`DELETE FROM audit_entry WHERE id = ${entryOf(middle)}`],
  'an entry removed with its link': [
    `DELETE FROM audit_entry WHERE id = ${entryOf(middle)}`,
    `DELETE FROM audit_link WHERE entry_id NOT IN (SELECT id FROM audit_entry)`,
  ],
  'a link removed, the later ones moved up': [
    `DELETE FROM audit_link WHERE seq = 5`,
    `UPDATE audit_link SET seq = -seq WHERE seq > 5`,
    `UPDATE audit_link SET seq = -seq - 1 WHERE seq < 0`,
  ],
  'a hash changed': [`UPDATE audit_link SET hash = sha256('x') WHERE seq = ${middle}`],
  'two entries exchanged': [
    `DO $$ DECLARE a uuid := ${entryOf('3')}; b uuid := ${entryOf('9')};
     BEGIN UPDATE audit_link SET entry_id = gen_random_uuid() WHERE seq = 3; UPDATE audit_link SET entry_id = a WHERE seq = 9; UPDATE audit_link SET entry_id = b WHERE seq = 3; END $$`,
  ],
  'an entry put in without being sealed': [
    `INSERT INTO audit_entry SELECT gen_random_uuid(), at, type, actor_id, actor_name, organisation_id, subject_noun, subject_id, address, request_id, details FROM audit_entry LIMIT 1`,
  ],
  'the last ten links removed (known head)': [
    `DELETE FROM audit_link WHERE seq > (SELECT max(seq) - 10 FROM audit_link)`,
    `DELETE FROM audit_entry e WHERE NOT EXISTS (SELECT FROM audit_link l WHERE l.entry_id = e.id)`,
    `DELETE FROM audit_pending`,
  ],
};

const BACK = ['audit_pending', 'audit_link', 'audit_entry'];

export async function ownersEdits(db: TestDatabase, auditor: Work, head: string): Promise<{ name: string; found: string }[]> {
  const asleep = async (...statements: string[]): Promise<void> => {
    const client = await db.owner.connect();
    try {
      await client.query(['BEGIN', 'SET LOCAL session_replication_role = replica', ...statements, 'COMMIT'].join('; '));
    } finally {
      client.release();
    }
  };
  const restore = (): Promise<void> =>
    asleep(`TRUNCATE ${BACK.join(', ')}`, ...BACK.toReversed().map((table) => `INSERT INTO ${table} SELECT * FROM kept_${table}`));
  await asleep(...BACK.map((table) => `CREATE TABLE kept_${table} AS TABLE ${table}`));
  const told: { name: string; found: string }[] = [];
  for (const [name, statements] of Object.entries(edits)) {
    await asleep(...statements);
    const { firstFault } = name.includes('known head') ? await walkAudit(auditor, head) : await verifyAudit(auditor);
    told.push({ name, found: firstFault ? `found at ${firstFault.seq}: ${firstFault.en}` : 'NOT FOUND' });
    await restore();
  }
  const after = await walkAudit(auditor, head);
  told.push({ name: 'all put back', found: after.whole ? 'whole' : 'NOT FOUND' });
  told.push(...(await refusals(db)));
  return told;
}

/** With the triggers awake nobody changes a word, the owner included. */
async function refusals(db: TestDatabase): Promise<{ name: string; found: string }[]> {
  const told: { name: string; found: string }[] = [];
  for (const role of ['owner', 'bangfu_app'])
    for (const table of ['audit_entry', 'audit_link'])
      for (const statement of [
        `UPDATE ${table} SET ${table === 'audit_entry' ? `type = 'x'` : `seq = seq`}`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ]) {
        const client = await db.owner.connect();
        try {
          await client.query('BEGIN');
          if (role !== 'owner') await client.query(`SET LOCAL ROLE ${role}`);
          const refused = await client.query(statement).then(
            () => false,
            () => true,
          );
          told.push({ name: `${role}: ${statement.split(' ').slice(0, 3).join(' ')}`, found: refused ? 'refused' : 'NOT FOUND' });
        } finally {
          await client.query('ROLLBACK');
          client.release();
        }
      }
  return told;
}
