/** Hardship files as they stand before a home visit, put there as the owner of the tables, and what a visit finds. */
import type { FileStatus } from '#rules/hardship/file-lifecycle';
import type { VisitFieldName, VisitValue } from '#rules/hardship/visits/visit-form';
import { newId } from '#runtime/ids';
import { aFile, aKnownPerson } from './a-file.js';
import type { TestDatabase } from './database.js';

export interface VisitedFamily {
  fileId: string;
  holderId: string;
  childId: string;
}

interface Family {
  status?: FileStatus;
  organisationId: string;
  holder?: string;
  child?: string;
  phone?: string;
  address?: string;
  handlerId?: string | null;
}

/** A family of two whose application waits for its visit, unless it stands otherwise. */
export async function aFamilyToVisit({ owner, secrets }: TestDatabase, family: Family): Promise<VisitedFamily> {
  const { status = 'prelim_ok', organisationId, holder = '单雄信', child = '单小小', phone, address = null, handlerId = null } = family;
  const holderId = await aKnownPerson(owner, organisationId, holder);
  const childId = await aKnownPerson(owner, organisationId, child);
  const masked = phone ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : null;
  await owner.query('UPDATE person SET phone_cipher = $1, phone_masked = $2, address = $3 WHERE id = $4', [
    phone ? secrets.seal(phone) : null,
    masked,
    address,
    holderId,
  ]);
  const filed = ['active', 'under_review'].includes(status);
  const columns = { status, holder_name: holder, handler_id: handlerId, ...(!filed && { hardship_class: null, filed_on: null }) };
  const { id: fileId, householdId } = await aFile(owner, organisationId, columns, { holderId });
  await owner.query(`INSERT INTO household_member (id, household_id, person_id, relation) VALUES ($1, $2, $3, 'child')`, [
    newId(),
    householdId,
    childId,
  ]);
  return { fileId, holderId, childId };
}

/** Everything that is always asked, as two visitors would answer it. */
export const wholeVisit: Readonly<Partial<Record<VisitFieldName, VisitValue>>> = {
  visitedOn: '2026-11-20',
  place: 'home',
  metName: '李月',
  metRelation: 'spouse',
  livingTogether: 2,
  housing: 'rented',
  housingState: 'poor',
  vehicle: 'none',
  incomeToldFen: 210_000,
  illness: true,
  illnessNote: '户主肾病，每周透析三次',
  disability: false,
  pupils: 1,
  neighbours: 'agree',
  needs: ['medical', 'schooling'],
  noPhotos: '家属不同意拍照',
  conclusion1: 'true',
  visitor2: { name: '周宁', userId: null },
  conclusion2: 'true',
  signedBy: '李月',
  signature: 'data:image/png;base64,iVBORw0KGgo=',
};

/** Fields as a device sends them. */
export const sent = (values: Partial<Record<VisitFieldName, VisitValue>>, base: number, at = '2026-11-20T01:30:00.000Z') =>
  Object.entries(values).map(([name, value]) => ({ name, value, at, base }));
