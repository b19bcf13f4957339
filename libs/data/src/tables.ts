import type { PlainDate } from '#rules/shared/plain-date';
import type { Prisma } from './generated/client.js';

type Model = Prisma.TypeMap['model'];
type Scalars<Name extends keyof Model> = Model[Name]['payload']['scalars'];

/** Our dates without time by their names; every other Date is an instant. */
type DateName = `${string}On` | 'birthDate' | 'validFrom' | 'validTo' | 'validUntil' | 'day' | 'periodFrom' | 'periodTo';

type Value<Key, T> = T extends bigint
  ? number
  : T extends Date
    ? Key extends DateName
      ? PlainDate
      : Date
    : T extends Uint8Array
      ? Buffer
      : T;

/** A row as this layer reads and writes it: Prisma's model with numbers for bigints and 'YYYY-MM-DD' for dates. */
export type RowOf<Name extends keyof Model> = { [Key in keyof Scalars<Name>]: Value<Key, Scalars<Name>[Key]> };

export interface Tables {
  user: RowOf<'User'>;
  role: RowOf<'Role'>;
  role_grant: RowOf<'Grant'>;
  session: RowOf<'Session'>;
  api_token: RowOf<'ApiToken'>;
  idempotent_answer: RowOf<'IdempotentAnswer'>;
  organisation: RowOf<'Organisation'>;
  organisation_parent: RowOf<'OrganisationParent'>;
  service_site: RowOf<'ServiceSite'>;
  employer: RowOf<'Employer'>;
  employer_alias: RowOf<'EmployerAlias'>;
  mediation_body: RowOf<'MediationBody'>;
  person: RowOf<'Person'>;
  person_presence: RowOf<'PersonPresence'>;
  bank_account: RowOf<'BankAccount'>;
  household: RowOf<'Household'>;
  household_member: RowOf<'HouseholdMember'>;
  person_merge: RowOf<'PersonMerge'>;
  data_key: RowOf<'DataKey'>;
  dispute: RowOf<'Dispute'>;
  dispute_party: RowOf<'DisputeParty'>;
  mass_incident: RowOf<'MassIncident'>;
  petition: RowOf<'Petition'>;
  hardship_file: RowOf<'HardshipFile'>;
  hardship_consent: RowOf<'HardshipConsent'>;
  hardship_worksheet: RowOf<'HardshipWorksheet'>;
  hardship_assessment: RowOf<'HardshipAssessment'>;
  hardship_visit: RowOf<'HardshipVisit'>;
  hardship_verification: RowOf<'HardshipVerification'>;
  hardship_notice: RowOf<'HardshipNotice'>;
  hardship_objection: RowOf<'HardshipObjection'>;
  hardship_decision: RowOf<'HardshipDecision'>;
  hardship_certificate: RowOf<'HardshipCertificate'>;
  hardship_candidate: RowOf<'HardshipCandidate'>;
  pairing: RowOf<'Pairing'>;
  pairing_contact: RowOf<'PairingContact'>;
  elsewhere_question: RowOf<'ElsewhereQuestion'>;
  eligibility_rule: RowOf<'EligibilityRule'>;
  subsistence_standard: RowOf<'SubsistenceStandard'>;
  policy_draft: RowOf<'PolicyDraft'>;
  policy_effect: RowOf<'PolicyEffect'>;
  attachment: RowOf<'Attachment'>;
  disbursement: RowOf<'Disbursement'>;
  legal_aid_matter: RowOf<'LegalAidMatter'>;
  calendar_day: RowOf<'CalendarDay'>;
  calendar_year: RowOf<'CalendarYear'>;
  clock_rule: RowOf<'ClockRule'>;
  clock: RowOf<'Clock'>;
  blob: RowOf<'Blob'>;
  activity: RowOf<'Activity'>;
  import: RowOf<'Import'>;
  import_row: RowOf<'ImportRow'>;
  import_key: RowOf<'ImportKey'>;
  report: RowOf<'Report'>;
  report_figure: RowOf<'ReportFigure'>;
  audit_entry: RowOf<'AuditEntry'>;
  outbox: RowOf<'Outbox'>;
}
export type TableName = keyof Tables;

/** What an insert names: any columns; the database knows the defaults and refuses what is missing. */
export type NewRow<Name extends TableName> = Partial<Tables[Name]>;

/** Tables whose rows carry a version and change only from the version that was read. */
export type Versioned = { [Name in TableName]: Tables[Name] extends { id: string; version: number } ? Name : never }[TableName];
