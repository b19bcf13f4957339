/**
 * What reports count: six kinds of record, each kept in every version. A dimension is a column by which a count may be
 * split or narrowed; nothing else may.
 */
import { honourLevels, payeeKinds, paymentMethods, programmes, visitLevels } from '../aid/codes.js';
import { disputeCategories, disputeChannels, disputeOutcomes, incidentForms } from '../disputes/codes.js';
import { employmentStates, hardshipCauses, hardshipClasses } from '../hardship/codes.js';
import { legalAidForms } from '../legal-aid/codes.js';
import { industries, ownerships } from '../organisations/codes.js';
import {
  petitionChannels,
  petitionHandlings,
  petitionPurposes,
  petitionResults,
  petitionSubjects,
  satisfactions,
} from '../petitions/codes.js';
import type { Permission } from '../access/permissions.js';
import type { Label } from '../shared/label.js';

export type FactName = 'dispute' | 'petition' | 'mass_incident' | 'hardship_file' | 'disbursement' | 'legal_aid_matter';

/** Where a dimension's code stands: on the record, on its employer, or in the tree of organisations. */
export interface Dimension extends Label {
  readonly column: string;
  readonly of?: 'employer' | 'tree';
  /** The names of its codes; left out where the stored word is its own name. */
  readonly labels?: Readonly<Record<string, Label>>;
}

export interface Fact {
  /** What a person's right to read it is called, and the column of whoever handles it. */
  readonly noun: string;
  readonly permission: Permission;
  readonly handler?: string;
  /** The words by which a list shows a record. */
  readonly number?: string;
  readonly title: string;
  /** Whether the title is a person's name, which lists show masked. */
  readonly titleIsPerson?: true;
  readonly status?: string;
  /** The dimension that says what it is about. */
  readonly about: string;
  readonly dimensions: Readonly<Record<string, Dimension>>;
}

const dimension = (zh: string, en: string, column: string, labels?: Dimension['labels']): Dimension => ({
  zh,
  en,
  column,
  ...(labels && { labels }),
});

/** The organisation below the report's own to which the record belonged on its day. */
const unit: Dimension = { zh: '地区（单位）', en: 'District or unit', column: 'unit_id', of: 'tree' };
const industry = dimension('行业', 'Industry', 'industry', industries);
const ownership = dimension('单位性质', 'Ownership', 'ownership', ownerships);
/** The record's own word for the firm serves where nobody has matched it to the register. */
const employer = dimension('用人单位', 'Employer', 'employer');

export const facts: Readonly<Record<FactName, Fact>> = {
  dispute: {
    noun: 'dispute',
    about: 'category',
    permission: 'dispute.read',
    handler: 'mediator_id',
    number: 'number',
    title: 'employer_name',
    status: 'status',
    dimensions: {
      unit,
      category: dimension('争议类型', 'Category', 'category', disputeCategories),
      channel: dimension('来源渠道', 'Channel', 'channel', disputeChannels),
      outcome: dimension('结案方式', 'Outcome', 'outcome', disputeOutcomes),
      industry: { ...industry, of: 'employer' },
      ownership: { ...ownership, of: 'employer' },
      employer,
    },
  },
  petition: {
    noun: 'petition',
    about: 'subject',
    permission: 'petition.read',
    handler: 'handler_id',
    number: 'number',
    title: 'employer_name',
    status: 'status',
    dimensions: {
      unit,
      channel: dimension('信访形式', 'Channel', 'channel', petitionChannels),
      purpose: dimension('信访目的', 'Purpose', 'purpose', petitionPurposes),
      subject: dimension('内容类别', 'Subject', 'subject', petitionSubjects),
      detail: dimension('问题细类', 'Issue', 'detail', disputeCategories),
      handling: dimension('办理方式', 'Handling', 'handling', petitionHandlings),
      result: dimension('办理结果', 'Result', 'result', petitionResults),
      satisfaction: dimension('满意度', 'Satisfaction', 'satisfaction', satisfactions),
      industry: { ...industry, of: 'employer' },
      employer,
    },
  },
  mass_incident: {
    noun: 'mass-incident',
    about: 'category',
    permission: 'mass-incident.read',
    number: 'number',
    title: 'employer_name',
    dimensions: {
      unit,
      form: dimension('表现形式', 'Form', 'form', incidentForms),
      category: dimension('争议类型', 'Category', 'category', disputeCategories),
      industry,
      ownership,
    },
  },
  hardship_file: {
    noun: 'hardship',
    about: 'class',
    permission: 'hardship.read',
    number: 'number',
    title: 'holder_name',
    titleIsPerson: true,
    status: 'status',
    dimensions: {
      unit,
      class: dimension('困难类别', 'Class', 'hardship_class', hardshipClasses),
      filedClass: dimension('建档时类别', 'Class when entered', 'filed_class', hardshipClasses),
      cause: dimension('致困原因', 'Main cause', 'main_cause', hardshipCauses),
      employment: dimension('就业状况', 'Employment', 'employment', employmentStates),
      filedBy: dimension('建档单位', 'Filed by', 'filed_by'),
    },
  },
  disbursement: {
    noun: 'disbursement',
    about: 'programme',
    permission: 'disbursement.read',
    title: 'payee_name',
    titleIsPerson: true,
    dimensions: {
      unit,
      programme: dimension('项目', 'Programme', 'programme', programmes),
      level: dimension('慰问层级', 'Level', 'level', visitLevels),
      campaign: dimension('慰问活动', 'Campaign', 'campaign'),
      fund: dimension('资金来源', 'Source of money', 'fund_source'),
      kind: dimension('困难类别', 'Kind', 'hardship_kind', payeeKinds),
      method: dimension('发放方式', 'Paid by', 'method', paymentMethods),
      honour: dimension('劳模级别', 'Honour', 'honour_level', honourLevels),
    },
  },
  legal_aid_matter: {
    noun: 'legal-aid',
    about: 'form',
    permission: 'legal-aid.read',
    handler: 'lawyer_id',
    number: 'number',
    title: 'person_name',
    titleIsPerson: true,
    status: 'status',
    dimensions: {
      unit,
      form: dimension('援助形式', 'Form', 'form', legalAidForms),
      category: dimension('争议类型', 'Category', 'category', disputeCategories),
    },
  },
};

/** What a code is called; a record that says nothing has the code ''. */
export function labelOf(fact: FactName, name: string, code: string): Label {
  if (code === '') return { zh: '未填', en: 'Not stated' };
  return facts[fact].dimensions[name]?.labels?.[code] ?? { zh: code, en: code };
}
