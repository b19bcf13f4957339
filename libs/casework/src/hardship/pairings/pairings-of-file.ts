import { sealedIn, withOpened } from '#data/sealed-text';
import { sql } from '#data/sql';
import { lacksContact, type ContactForm } from '#rules/hardship/pairings/pairing';
import type { PlainDate } from '#rules/shared/plain-date';
import { visibleTo } from '../../visible.js';
import { today, whyNotPermitted, type Work } from '../../work.js';

interface Pair {
  id: string;
  cadreId: string | null;
  cadreName: string;
  cadrePost: string | null;
  pairedOn: PlainDate;
  endedOn: PlainDate | null;
  endedReason: string | null;
  version: number;
  contacts: { id: string; contactedOn: PlainDate; form: ContactForm; noteCipher: string; recordedByName: string }[];
}

/** Who is or was paired with this family, with the newest contacts of each. What came of them is for those who work on the file. */
export async function pairingsOfFile(work: Work, fileId: string) {
  const on = today(work);
  const file = await work.data.readOne<{ organisationId: string; pairs: Pair[] }>(
    work.actor,
    sql`SELECT f.organisation_id, coalesce((SELECT json_agg(json_build_object('id', p.id, 'cadreId', p.cadre_id, 'cadreName', p.cadre_name, 'cadrePost', p.cadre_post, 'pairedOn', p.paired_on, 'endedOn', p.ended_on,
            'endedReason', ${sealedIn('p.ended_reason_cipher')}, 'version', p.version, 'contacts', coalesce((SELECT json_agg(json_build_object('id', c.id, 'contactedOn', c.contacted_on, 'form', c.form, 'noteCipher', encode(c.note_cipher, 'base64'), 'recordedByName', c.recorded_by_name)
              ORDER BY c.contacted_on DESC, c.id DESC) FROM (SELECT * FROM pairing_contact c WHERE c.pairing_id = p.id ORDER BY c.contacted_on DESC, c.id DESC LIMIT 50) c), '[]')) ORDER BY p.ended_on DESC NULLS FIRST, p.paired_on DESC)
          FROM pairing p WHERE p.file_id = f.id), '[]') AS pairs
        FROM hardship_file f WHERE f.id = ${fileId} AND ${visibleTo(work.actor, 'hardship.read', 'f')}`,
  );
  const mayRecord = whyNotPermitted(work.actor, 'hardship.record', file) === undefined;
  const noteOf = (sealed: string): string | null => (mayRecord ? work.secrets.open(Buffer.from(sealed, 'base64')) : null);
  return {
    items: withOpened(work.secrets, file.pairs, 'endedReason').map((pair) => ({
      ...pair,
      contacts: pair.contacts.map(({ noteCipher, ...contact }) => ({ ...contact, note: noteOf(noteCipher) })),
      silent: pair.endedOn === null && lacksContact(pair.contacts[0]?.contactedOn ?? null, pair.pairedOn, on),
    })),
    mayRecord,
  };
}
