import { sealedIn, withOpened } from '#data/sealed-text';
import { sql } from '#data/sql';
import { maskPersonName } from '#rules/shared/identifiers/person-name';
import { refuseAttachment } from '#rules/documents/attachment-refusals';
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import { mayRemoveAttachment } from '#rules/hardship/attachments/may-remove-attachment';
import { action } from '../../actions.js';
import { visibleTo } from '../../visible.js';
import { whyNotPermitted, type Work } from '../../work.js';
import { seesSealed } from '../in-file.js';

interface Found {
  id: string;
  status: FileStatus;
  organisationId: string;
  papers: Paper[];
}
interface Paper {
  id: string;
  kind: string;
  personId: string | null;
  personName: string | null;
  fileName: string;
  mediaType: string;
  size: number;
  scan: 'clean' | 'not-scanned';
  addedByName: string;
  addedAt: string;
  removedAt: string | null;
  removedReason: string | null;
  inConsent: boolean;
  version: number;
}

/** The papers of a file as a list: what they are, whose, and what may be done with each; nothing of their content. */
export async function findAttachments(work: Work, fileId: string) {
  const file = await work.data.readOne<Found>(
    work.actor,
    sql`SELECT f.id, f.status, f.organisation_id, coalesce((
          SELECT json_agg(json_build_object('id', a.id, 'kind', a.kind, 'personId', a.person_id, 'personName', p.name, 'fileName', ${sealedIn('a.file_name_cipher')}, 'mediaType', a.media_type, 'size', a.size, 'scan', a.scan,
                   'addedByName', a.added_by_name, 'addedAt', a.added_at, 'removedAt', a.removed_at, 'removedReason', ${sealedIn('a.removed_reason_cipher')}, 'version', a.version,
                   'inConsent', EXISTS (SELECT FROM hardship_consent c WHERE c.attachment_id = a.id AND c.withdrawn_on IS NULL)) ORDER BY a.removed_at IS NOT NULL, a.added_at, a.id)
          FROM attachment a LEFT JOIN person p ON p.id = a.person_id WHERE a.subject_id = f.id), '[]') AS papers
        FROM hardship_file f WHERE f.id = ${fileId} AND ${visibleTo(work.actor, 'hardship.read', 'f')}`,
  );
  const mayRecord = whyNotPermitted(work.actor, 'hardship.record', { organisationId: file.organisationId });
  const mayOpen = seesSealed(work.actor, file.organisationId) ? undefined : refuseAttachment('attachments.not-at-work');
  return {
    items: withOpened(work.secrets, file.papers, 'fileName', 'removedReason').map(({ inConsent, ...paper }) => {
      const gone = paper.removedAt === null ? undefined : refuseAttachment('attachments.removed');
      // Whether a signed worksheet names it is sealed: that is asked when it is removed.
      const may = mayRecord ?? gone ?? mayRemoveAttachment({ status: file.status, inConsent, inWorksheet: false });
      return {
        ...paper,
        personName: paper.personName === null ? null : maskPersonName(paper.personName),
        actions: [action('downloadAttachment', mayOpen ?? gone), action('removeAttachment', may)],
      };
    }),
    actions: [action('addAttachment', mayRecord)],
  };
}
