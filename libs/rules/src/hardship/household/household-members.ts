/** Who belongs to a household, from when to when. Nothing is overwritten: leaving closes a membership. */
import type { Label } from '../../shared/label.js';
import { addYears, type PlainDate } from '../../shared/plain-date.js';
import type { Judgement } from '../../shared/refusal.js';
import { refuseFile } from '../file-refusals.js';
import { refuseRecording } from '../recording-refusals.js';

/** 与户主关系; a ledger's own words stay as they came. */
export const relations = {
  holder: { zh: '本人', en: 'Holder' },
  spouse: { zh: '配偶', en: 'Spouse' },
  child: { zh: '子女', en: 'Child' },
  parent: { zh: '父母', en: 'Parent' },
  'parent-in-law': { zh: '公婆、岳父母', en: 'Parent-in-law' },
  grandchild: { zh: '孙子女、外孙子女', en: 'Grandchild' },
  grandparent: { zh: '祖父母、外祖父母', en: 'Grandparent' },
  sibling: { zh: '兄弟姐妹', en: 'Sibling' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>;
export type Relation = keyof typeof relations;

export const leavings = {
  divorce: { zh: '离异', en: 'Divorce' },
  death: { zh: '死亡', en: 'Death' },
  moved: { zh: '分户、迁出', en: 'Moved out' },
  mistaken: { zh: '登记有误', en: 'Entered by mistake' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>;
export type Leaving = keyof typeof leavings;

export interface Joining {
  readonly relation: Relation;
  readonly joinedOn: PlainDate | undefined;
  readonly today: PlainDate;
  readonly alreadyMember: boolean;
}

export function mayJoinHousehold({ relation, joinedOn, today, alreadyMember }: Joining): Judgement {
  if (relation === 'holder') return refuseRecording('hardship.one-holder');
  if (alreadyMember) return refuseRecording('hardship.member-already');
  return joinedOn && joinedOn > today ? refuseFile('hardship.day-in-future', { field: 'joinedOn' }) : undefined;
}

export interface Parting {
  readonly isHolder: boolean;
  readonly joinedOn: PlainDate | null;
  readonly leftOn: PlainDate;
  readonly today: PlainDate;
}

/** Without its holder a file has nobody to stand on: it ends, or is drafted anew for another. */
export function mayLeaveHousehold({ isHolder, joinedOn, leftOn, today }: Parting): Judgement {
  if (isHolder) return refuseRecording('hardship.holder-stays');
  if (leftOn > today) return refuseFile('hardship.day-in-future', { field: 'leftOn' });
  return joinedOn && leftOn < joinedOn ? refuseRecording('hardship.left-before-joined', { joined: joinedOn, field: 'leftOn' }) : undefined;
}

/** 14 and 18 are reached on the birthday. */
export const GUARDED_UNTIL = 14;
export const ADULT_FROM = 18;

export const consentKinds = {
  application: { zh: '困难职工帮扶申请书', en: 'Application' },
  verification: { zh: '家庭经济状况核对授权委托书', en: 'Authorisation to verify' },
  guardian: { zh: '监护人同意书（未满14周岁）', en: 'Guardian’s consent (under 14)' },
} as const satisfies Record<string, Label>;
export type ConsentKind = keyof typeof consentKinds;

export interface Consenting {
  readonly isHolder: boolean;
  /** Who was born nobody knows when is treated as an adult: too many signatures harm nobody. */
  readonly birthDate: PlainDate | null;
}

/** What has to be signed for one member of the household. */
export function consentsNeeded({ isHolder, birthDate }: Consenting, today: PlainDate): ConsentKind[] {
  const application: ConsentKind[] = isHolder ? ['application'] : [];
  if (birthDate && addYears(birthDate, GUARDED_UNTIL) > today) return [...application, 'guardian'];
  return birthDate && addYears(birthDate, ADULT_FROM) > today ? application : [...application, 'verification'];
}

export function mayRecordConsent(kind: ConsentKind, member: Consenting, signedOn: PlainDate, today: PlainDate): Judgement {
  if (signedOn > today) return refuseFile('hardship.day-in-future', { field: 'signedOn' });
  return consentsNeeded(member, today).includes(kind) ? undefined : refuseRecording('hardship.consent-not-called-for');
}
