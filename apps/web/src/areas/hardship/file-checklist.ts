/** 材料清单: what an application or a review still lacks, told from the record, in the order in which it is asked for. */
import type { HardshipRecord } from '#contract/hardship';
import { isApplying } from '#rules/hardship/file-parts';
import type { FileStatus } from '#rules/hardship/file-lifecycle';

export type FileTab = 'form' | 'worksheet' | 'eligibility' | 'checks' | 'notices' | 'review' | 'papers' | 'aid';

export const checkItems = [
  'application',
  'authorisation',
  'guardian',
  'worksheet',
  'signature',
  'checked',
  'vouchers',
  'visit',
  'verification',
  'assessment',
] as const;
export type CheckItem = (typeof checkItems)[number];

export interface ListedCheck {
  item: CheckItem;
  done: boolean;
  /** How many still lack it, where it is asked of several. */
  count?: number;
  tab: FileTab;
}

/** Empty where nothing is asked of the file now. */
export function fileChecklist(file: HardshipRecord, today: string): ListedCheck[] {
  const status = file.status as FileStatus;
  const reviewing = status === 'under_review';
  if (!isApplying(status) && !reviewing) return [];
  const since = reviewing ? (file.timeline.find(({ toStatus }) => toStatus === 'under_review')?.happenedOn ?? '') : '';
  return [...(reviewing ? [] : consents(file)), ...sheet(file, since), ...(reviewing ? [] : checks(file, today)), ...verdict(file, since)];
}

function consents({ members }: HardshipRecord): ListedCheck[] {
  const missing = (kind: 'application' | 'verification' | 'guardian'): number =>
    members.filter(({ consentsMissing }) => consentsMissing.includes(kind)).length;
  const children = members.some(({ consentsNeeded }) => consentsNeeded.includes('guardian'));
  const [unsigned, unauthorised, unguarded] = [missing('application'), missing('verification'), missing('guardian')];
  return [
    { item: 'application', done: unsigned === 0, tab: 'form' },
    { item: 'authorisation', done: unauthorised === 0, count: unauthorised, tab: 'form' },
    ...(children ? [{ item: 'guardian' as const, done: unguarded === 0, count: unguarded, tab: 'form' as const }] : []),
  ];
}

function sheet({ worksheets }: HardshipRecord, since: string): ListedCheck[] {
  const current = currentWorksheet(worksheets);
  const fresh = current && (since === '' || current.status === 'draft' || (current.signedOn ?? '') >= since) ? current : undefined;
  const signed = fresh?.status === 'signed' || fresh?.status === 'checked';
  const unproved = fresh?.totals?.missingVouchers.length ?? 0;
  return [
    {
      item: 'worksheet',
      done: fresh !== undefined && (fresh.sheet === null || fresh.sheet.lines.length > 0) && !fresh.householdChanged,
      tab: 'worksheet',
    },
    {
      item: 'vouchers',
      done: fresh !== undefined && unproved === 0 && (fresh.totals?.sharedVouchers.length ?? 0) === 0,
      count: unproved,
      tab: 'worksheet',
    },
    { item: 'signature', done: signed, tab: 'worksheet' },
    { item: 'checked', done: fresh?.status === 'checked', tab: 'worksheet' },
  ];
}

function checks({ visits, verifications }: HardshipRecord, today: string): ListedCheck[] {
  return [
    { item: 'visit', done: visits.some(({ complete }) => complete), tab: 'checks' },
    {
      item: 'verification',
      done: verifications.some(({ reportedOn, validUntil }) => reportedOn !== null && (validUntil ?? today) >= today),
      tab: 'checks',
    },
  ];
}

function verdict({ assessment }: HardshipRecord, since: string): ListedCheck[] {
  return [{ item: 'assessment', done: assessment !== null && assessment.row.assessedOn >= since, tab: 'eligibility' }];
}

/** The sheet that is in work, or else the newest that was checked. */
export function currentWorksheet(worksheets: HardshipRecord['worksheets']): HardshipRecord['worksheets'][number] | undefined {
  const newest = [...worksheets].sort((a, b) => b.number - a.number);
  return newest.find(({ status }) => status === 'draft' || status === 'signed') ?? newest.find(({ status }) => status === 'checked');
}
