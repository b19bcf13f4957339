import { insertMany } from '#data/bulk';
import { sql } from '#data/sql';
import { eraOn } from '#rules/hardship/codes';
import { onFileStatuses } from '#rules/hardship/file-lifecycle';
import { hardshipHeads } from '#rules/imports/kinds/hardship-heads';
import { householdMembers } from '#rules/imports/kinds/household-members';
import { newId } from '#runtime/ids';
import { taker } from './taker.js';

export const takeHardshipHeads = taker({
  kind: hardshipHeads,
  table: 'hardship_file',
  noun: 'hardship',
  permission: 'hardship.record',
  completesPeople: true,
  person: ({ name, idNumber, sex, phone, health, ethnicity, politics, registeredAt }) => ({
    name: name!,
    id: idNumber,
    sex,
    phone,
    health,
    ethnicity,
    politics,
    registeredAt,
  }),
  seated: ({ idNumber }) => idNumber?.number,
  employer: ({ employerName, employerCode }) => (employerName === undefined ? undefined : { name: employerName, code: employerCode }),
  columns: (record, { organisationId, divisionCode, personId, employerId }) => ({
    organisationId,
    divisionCode,
    holderId: personId!,
    holderName: record.name!,
    era: eraOn(record.filedOn!),
    hardshipClass: record.hardshipClass!,
    mainCause: record.mainCause ?? 'other',
    otherCauses: [],
    certificateNo: record.certificateNo ?? null,
    employment: record.employment ?? null,
    employerId,
    employerName: record.employerName ?? null,
    householdSize: record.householdSize ?? 1,
    filedBy: record.filedBy ?? null,
    filedOn: record.filedOn!,
    begunOn: record.filedOn!,
  }),
  async complete(tx, work, arriving, importId) {
    const seal = (said: number | string | undefined): Buffer | null => (said === undefined ? null : work.secrets.seal(String(said)));
    const extra = new Map(
      arriving.map(({ rowId, record, current }) => {
        const sealed = { incomeCipher: seal(record.income), outlayCipher: seal(record.outlay), remarkCipher: seal(record.remark) };
        // A ledger corrects the class of entry as long as no decision has changed the class since.
        const decided = current && current.filedClass !== current.hardshipClass;
        const filedClass = decided ? current.filedClass : record.hardshipClass!;
        return [rowId, { ...sealed, filedClass, status: current?.status ?? 'active', householdId: current?.householdId ?? newId() }];
      }),
    );
    const households = arriving
      .filter(({ current }) => !current)
      .map(({ rowId, found }) => ({
        id: extra.get(rowId)!.householdId,
        organisationId: found.organisationId,
        createdAt: work.now,
        madeByImport: importId,
      }));
    await insertMany(tx, 'household', households);
    return extra;
  },
  day: ({ filedOn }) => filedOn!,
});

export const takeHouseholdMembers = taker({
  kind: householdMembers,
  table: 'household_member',
  noun: 'household-member',
  permission: 'hardship.record',
  completesPeople: true,
  personWithoutId: true,
  person: ({ memberName, memberId, sex, birthDate, health }) => ({ name: memberName!, id: memberId, sex, birthDate, health }),
  seated: ({ memberId }) => memberId?.number,
  columns: (record, { personId, householdId }) => ({
    householdId: householdId!,
    personId: personId!,
    relation: record.relation ?? '其他',
    status: record.status ?? null,
    schooling: record.schooling ?? null,
  }),
  async households(tx, work, records) {
    const heads = new Map(records.map(({ headId }) => [work.secrets.index('id', headId!.number).toString('hex'), headId!.number]));
    const rows = await tx.rows<{ idIndex: Buffer; householdId: string; organisationId: string }>(sql`
      SELECT p.id_index, f.household_id, f.organisation_id FROM person p JOIN hardship_file f ON f.holder_id = p.id AND f.status = ANY (${[...onFileStatuses]})
      WHERE p.id_index = ANY (${[...heads.keys()].map((hex) => Buffer.from(hex, 'hex'))}::bytea[])`);
    return new Map(
      rows.map(({ idIndex, householdId, organisationId }) => [heads.get(idIndex.toString('hex'))!, { householdId, organisationId }]),
    );
  },
  async complete(_tx, work, arriving) {
    const seal = (said: number | string | undefined): Buffer | null => (said === undefined ? null : work.secrets.seal(String(said)));
    return new Map(arriving.map(({ rowId, record }) => [rowId, { healthCipher: seal(record.health), incomeCipher: seal(record.income) }]));
  },
});
