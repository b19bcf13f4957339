/** The rules by which the finder (应帮尽帮) looks for people who may need help and are not helped. */
import type { Permission } from '../../access/permissions.js';
import type { Label } from '../../shared/label.js';
import type { PlainDate } from '../../shared/plain-date.js';

export type SignNoun = 'dispute' | 'legal-aid' | 'petition' | 'hardship' | 'disbursement';

export interface FinderRuleText extends Label {
  /** What one must be allowed to read to be told more than that there is a sign. */
  readonly reading: Permission;
  /** Within the rule's own area a family is on file already: it is not to be filed but to be helped. */
  readonly onFile: boolean;
}

const rule = (reading: Permission, zh: string, en: string, onFile = false): FinderRuleText => ({ zh, en, reading, onFile });

export const finderRules = {
  'lifted-new-sign': rule('hardship.read', '脱困后又有新情况', 'A new sign after lifting'),
  'refused-twice': rule('hardship.read', '两次申请未获认定', 'Refused twice'),
  'income-lost': rule('dispute.read', '欠薪、工伤、解除合同', 'Wages, injury or dismissal'),
  'legal-aid-client': rule('legal-aid.read', '欠薪、工伤的法律援助', 'Legal aid on wages or injury'),
  'petition-for-help': rule('petition.read', '反映生活困难的信访', 'Petition about hardship'),
  'near-miss': rule('hardship.read', '与认定标准相差不大', 'A near miss'),
  'visited-without-file': rule('disbursement.read', '受过慰问但未建档', 'Visited, never filed'),
  'file-never-helped': rule('hardship.read', '在档未帮扶过', 'On file, never helped', true),
  'file-unchanged': rule('hardship.read', '档案一年未改', 'File unchanged for a year', true),
} as const satisfies Record<string, FinderRuleText>;
export type FinderRule = keyof typeof finderRules;
export const finderRuleCodes = Object.keys(finderRules) as FinderRule[];

/** What is said of a sign to whoever may not read where it comes from. */
export const UNTOLD: Label = { zh: '其他模块线索', en: 'A sign from another module' };

/** 1 is the most pressing. */
export const priorities = {
  1: { zh: '紧急', en: 'Urgent' },
  2: { zh: '一般', en: 'Ordinary' },
  3: { zh: '排查', en: 'To check' },
} as const satisfies Record<number, Label>;
export type Priority = keyof typeof priorities;

/**
 * Why somebody may need help: a rule, the record it rests on, and the day that counts. The facts are codes, days and counts
 * of which the sentence is made: never an amount, a diagnosis or a name.
 */
export interface Sign {
  readonly rule: FinderRule;
  readonly noun: SignNoun;
  readonly subjectId: string;
  readonly on: PlainDate;
  readonly priority: Priority;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** One reason a candidate: the same record found by the same rule is not found twice. */
export const signKey = ({ rule: code, subjectId }: Pick<Sign, 'rule' | 'subjectId'>): string => `${code}:${subjectId}`;
