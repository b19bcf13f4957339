/**
 * Which rows of each table somebody may see, add, change and remove, in the words of the roles: written down by hand, table by
 * table, and not read from the policies.
 */
import { coversCityFor, holdsAnywhere, reachesNoun, type Holder, type Parents } from './access-roles-oracle.js';

export type Json = Record<string, unknown>;
/** Everything there is, as its owner sees it. */
export type Truth = ReadonlyMap<string, readonly Json[]>;
export type Verb = 'see' | 'add' | 'change' | 'remove';

export interface Judge {
  holder: Holder;
  parents: Parents;
  truth: Truth;
}
type Rule = (judge: Judge, row: Json) => boolean;
export type TableRules = Record<Verb, Rule>;

const text = (value: unknown): string => String(value);
const never: Rule = () => false;
const anybody: Rule = () => true;
const citywide =
  (noun: string, mode: 'read' | 'write'): Rule =>
  ({ holder, parents }) =>
    coversCityFor(holder, noun, mode, parents);
const anywhere =
  (noun: string, mode: 'read' | 'write'): Rule =>
  ({ holder, parents }) =>
    holdsAnywhere(holder, noun, mode, parents);
const mine =
  (column: string): Rule =>
  ({ holder }, row) =>
    row[column] === holder.id;
const either =
  (...rules: Rule[]): Rule =>
  (judge, row) =>
    rules.some((rule) => rule(judge, row));
const both =
  (...rules: Rule[]): Rule =>
  (judge, row) =>
    rules.every((rule) => rule(judge, row));

/** By the organisation that a column names, and by who handles it. */
const at =
  (noun: string, mode: 'read' | 'write', column = 'organisation_id', handler?: string): Rule =>
  ({ holder, parents }, row) =>
    reachesNoun(
      holder,
      noun,
      mode,
      { places: row[column] === null ? [] : [text(row[column])], handler: handler ? (row[handler] as string | null) : null },
      parents,
    );

function ofPlace(noun: string, handler?: string): TableRules {
  const writes = at(noun, 'write', 'organisation_id', handler);
  return { see: at(noun, 'read', 'organisation_id', handler), add: writes, change: writes, remove: writes };
}
const seenOnly = (rules: TableRules): TableRules => ({ ...rules, add: never, change: never, remove: never });

/** With the row that a column names. */
const through =
  (table: string, column: string, rule: Rule, key = 'id'): Rule =>
  (judge, row) =>
    (judge.truth.get(table) ?? []).some((parent) => parent[key] === row[column] && rule(judge, parent));

function child(table: string, column: string, parent: TableRules): TableRules {
  const writes = through(table, column, both(parent.change, parent.see));
  return { see: through(table, column, parent.see), add: writes, change: writes, remove: writes };
}

const kept = (noun: string): TableRules => ({
  see: anybody,
  add: citywide(noun, 'write'),
  change: citywide(noun, 'write'),
  remove: citywide(noun, 'write'),
});
const register = (noun: string): TableRules => ({
  see: anybody,
  add: anywhere(noun, 'write'),
  change: anywhere(noun, 'write'),
  remove: anywhere(noun, 'write'),
});

const cases = {
  dispute: ofPlace('dispute', 'mediator_id'),
  petition: ofPlace('petition', 'handler_id'),
  hardship_file: ofPlace('hardship'),
  legal_aid_matter: ofPlace('legal-aid', 'lawyer_id'),
  disbursement: ofPlace('disbursement'),
  mass_incident: ofPlace('mass-incident'),
};
/** What hangs on a hardship file goes where the file goes, and is never taken away. */
const keptOfFiles: TableRules = { ...ofPlace('hardship'), remove: never };
const candidates: TableRules = { ...ofPlace('candidate'), remove: never };
const caseOf: Record<string, keyof typeof cases> = {
  dispute: 'dispute',
  petition: 'petition',
  hardship: 'hardship_file',
  'legal-aid': 'legal_aid_matter',
  disbursement: 'disbursement',
};

/** Somebody is dealt with where the record says so. */
const person =
  (mode: 'read' | 'write', column: string): Rule =>
  (judge, row) => {
    const places = (judge.truth.get('person_presence') ?? [])
      .filter((one) => one['person_id'] === row[column])
      .map((one) => text(one['organisation_id']));
    return reachesNoun(judge.holder, 'person', mode, { places }, judge.parents);
  };
const seesSubject: Rule = (judge, row) => {
  if (row['noun'] === 'candidate') return through('hardship_candidate', 'subject_id', candidates.see)(judge, row);
  const table = caseOf[text(row['noun'])];
  if (table) return through(table, 'subject_id', cases[table].see)(judge, row);
  return row['noun'] === 'person' && person('read', 'subject_id')(judge, row);
};
/** Sessions and tokens go with their user's organisation. */
const sessionsOf = (mode: 'read' | 'write'): Rule => either(mine('user_id'), through('user', 'user_id', at('session', mode)));
const treeWrite: Rule = at('organisation', 'write');
/** New to the tree: neither above nor below anything yet. */
const unplaced: Rule = ({ truth }, row) =>
  !(truth.get('organisation_parent') ?? []).some(
    (one) => one['organisation_id'] === row['organisation_id'] || one['parent_id'] === row['organisation_id'],
  );
const newPerson: Rule = ({ truth }, row) => !(truth.get('person_presence') ?? []).some((one) => one['person_id'] === row['person_id']);
const clockWrite: Rule = ({ holder, parents }, row) =>
  reachesNoun(
    holder,
    text(row['noun']),
    'write',
    { places: [text(row['organisation_id'])], handler: row['owner_id'] as string | null },
    parents,
  );

const importWrite = anywhere('import', 'write');
const reports = ofPlace('report');
const forGood = (rules: TableRules): TableRules => ({ ...rules, remove: never });
const onFile = forGood(ofPlace('hardship'));
const publishing = both(citywide('policy', 'write'), never);
const households = ofPlace('hardship');

export const tables: Record<string, TableRules> = {
  ...cases,
  ...Object.fromEntries(Object.entries(cases).map(([name, rules]) => [`history.${name}`, seenOnly(rules)])),
  hardship_candidate: candidates,
  hardship_verification: keptOfFiles,
  hardship_notice: keptOfFiles,
  hardship_objection: keptOfFiles,
  hardship_certificate: keptOfFiles,
  hardship_decision: { ...keptOfFiles, change: never },
  hardship_seat: seenOnly({
    see: either(citywide('hardship', 'read'), through('hardship_file', 'file_id', cases.hardship_file.see)),
    add: never,
    change: never,
    remove: never,
  }),
  pairing: { ...ofPlace('hardship'), remove: never },
  hardship_visit: { ...ofPlace('hardship'), remove: never },
  pairing_contact: { ...ofPlace('hardship'), change: never, remove: never },
  elsewhere_question: seenOnly({
    ...ofPlace('hardship'),
    see: either(at('hardship', 'read'), at('hardship', 'read', 'other_organisation_id')),
  }),
  dispute_party: child('dispute', 'dispute_id', cases.dispute),
  household: households,
  household_member: child('household', 'household_id', households),
  ...Object.fromEntries(
    ['attachment', 'consent', 'worksheet', 'assessment', 'visit', 'verification', 'notice', 'objection', 'certificate'].map((name) => [
      name === 'attachment' ? name : `hardship_${name}`,
      onFile,
    ]),
  ),
  policy_draft: forGood(ofPlace('policy')),
  policy_effect: ofPlace('policy'),
  // Added only out of a draft that two people stand for: the proof's copies have none.
  eligibility_rule: { see: anybody, add: publishing, change: never, remove: never },
  subsistence_standard: { see: anybody, add: publishing, change: never, remove: never },
  import: ofPlace('import'),
  import_row: ofPlace('import'),
  import_key: { see: importWrite, add: importWrite, change: importWrite, remove: importWrite },
  blob: { see: through('import', 'hash', at('import', 'read'), 'file_hash'), add: anybody, change: never, remove: never },
  report: { ...reports, remove: never },
  report_figure: child('report', 'report_id', reports),
  mediation_body: ofPlace('mediation-body'),
  service_site: { see: anybody, add: treeWrite, change: treeWrite, remove: never },
  organisation: { see: anybody, add: anywhere('organisation', 'write'), change: at('organisation', 'write', 'id'), remove: never },
  organisation_parent: {
    see: anybody,
    add: both(at('organisation', 'write', 'parent_id'), either(treeWrite, unplaced)),
    change: both(at('organisation', 'write', 'parent_id'), treeWrite),
    remove: never,
  },
  employer: register('employer'),
  employer_alias: register('employer'),
  division: kept('parameter'),
  calendar_day: kept('parameter'),
  calendar_year: kept('parameter'),
  clock_rule: kept('parameter'),
  role: kept('role'),
  role_permission: kept('role'),
  data_key: { ...kept('key'), remove: never },
  user: {
    see: either(mine('id'), at('user', 'read')),
    add: at('user', 'write'),
    change: either(mine('id'), at('user', 'write')),
    remove: never,
  },
  role_grant: {
    see: either(mine('user_id'), at('grant', 'read')),
    add: both(at('grant', 'write'), (judge, row) => !mine('user_id')(judge, row)),
    change: both(at('grant', 'write'), (judge, row) => !mine('user_id')(judge, row)),
    remove: never,
  },
  reach: seenOnly({ see: either(mine('user_id'), citywide('grant', 'read')), add: never, change: never, remove: never }),
  session: { see: sessionsOf('read'), add: never, change: sessionsOf('write'), remove: never },
  api_token: { see: sessionsOf('read'), add: mine('user_id'), change: sessionsOf('write'), remove: never },
  idempotent_answer: { see: mine('user_id'), add: mine('user_id'), change: mine('user_id'), remove: mine('user_id') },
  person: {
    see: person('read', 'id'),
    add: anywhere('person', 'write'),
    change: person('write', 'id'),
    remove: citywide('person', 'write'),
  },
  person_presence: {
    see: at('person', 'read'),
    add: either(citywide('person', 'write'), both(at('person', 'write'), either(newPerson, person('read', 'person_id')))),
    change: never,
    remove: at('person', 'write'),
  },
  bank_account: { see: person('read', 'person_id'), add: person('write', 'person_id'), change: never, remove: citywide('person', 'write') },
  person_merge: {
    see: person('read', 'kept_id'),
    add: citywide('person-merge', 'write'),
    change: citywide('person-merge', 'write'),
    remove: never,
  },
  clock: { see: seesSubject, add: clockWrite, change: clockWrite, remove: never },
  activity: { see: seesSubject, add: mine('actor_id'), change: citywide('person-merge', 'write'), remove: at('import', 'write') },
  audit_entry: { see: citywide('audit', 'read'), add: mine('actor_id'), change: never, remove: never },
  audit_link: seenOnly({ see: citywide('audit', 'read'), add: never, change: never, remove: never }),
  audit_pending: seenOnly({ see: citywide('audit', 'read'), add: never, change: never, remove: never }),
  outbox: {
    see: either(mine('requested_by'), citywide('job', 'read')),
    add: mine('requested_by'),
    change: citywide('job', 'write'),
    remove: never,
  },
  number_sequence: { see: never, add: never, change: never, remove: never },
};

/** Functions that run with the owner's rights: each keeps the same bounds itself. A new one must be written down here, and why it is safe. */
export const definers: Record<string, string> = {
  everything: 'the actor’s own reach',
  organisations: 'the actor’s own reach',
  assigned: 'the actor’s own reach',
  reach_changed: 'trigger',
  reach_of_user_changed: 'trigger',
  reach_of_account_changed: 'trigger',
  ...Object.fromEntries(
    ['dispute', 'mass_incident', 'petition', 'hardship_file', 'disbursement', 'legal_aid_matter'].flatMap((table) => [
      [`keep_${table}`, 'trigger'],
      [`end_${table}`, 'trigger'],
    ]),
  ),
  follow_case: 'trigger',
  seats_follow: 'trigger',
  seats_follow_update: 'trigger',
  seated_elsewhere: 'needs to record files somewhere; yes or no',
  seats_by_number: 'needs the full numbers, and to record files somewhere',
  has_agreed_draft: 'whether a draft was agreed to, for who may publish',
  sees: 'what the actor sees, as the tables above',
  await_seal: 'trigger',
  refresh_reach: 'works out anew what follows from the grants',
  seal_audit: 'gives waiting entries their place',
  next_number: 'the next number, nothing of others',
  next_case_number: 'the next number and the letters of an organisation, which all see',
  audit_waiting: 'a count for the metrics',
  user_name: 'a colleague’s name for whoever is signed in',
  name_of_user: 'a colleague’s name for whoever is signed in',
  is_unplaced: 'whether an organisation is in the tree, which all see',
  may_take_up: 'whether the actor sees a person, or nobody does',
  meet_person: 'needs the full number, and a place in reach',
  meet_people: 'needs the full numbers, and places in reach',
  unmake_people: 'an import in reach',
  unbind_files: 'an import in reach that is being taken back',
  unclock_untouched: 'an import in reach that runs or is being taken back, and cases in reach that stand as a ledger left them',
  actor_holds: 'the actor’s own grants',
  ask_elsewhere: 'of people and files in reach, and answers yes or no',
  beyond_sight: 'numbers alone, for a file in reach',
  leave_person: 'needs the whole city',
  repoint_person: 'needs the whole city',
  is_officer: 'whether an account is one of the three officers’, yes or no',
  refusals_of_name: 'for the gate alone',
  forget_answers: 'for the keeper alone',
  reveals_since: 'the actor’s own',
  number_taken: 'whether a number is in use, nothing else',
  candidates_of_import: 'an import in reach that is being taken back',
  unfind_candidates: 'an import in reach that is being taken back',
  people_like: 'compared below',
  newest_people: 'compared below',
  employers_like: 'compared below',
  cases_like: 'compared below',
  cases_numbered: 'compared below',
  cases_starting: 'compared below',
  certificate_answer: 'needs the token of a printed certificate, and tells no name',
  take_over_file: 'a file of the actor’s reach that was just let go, once',
};
