import { disputeStatuses } from '#rules/disputes/dispute-lifecycle';
import { fileStatuses } from '#rules/hardship/file-lifecycle';
import { petitionStatuses } from '#rules/petitions/petition-lifecycle';
import { StatusTag, type Tone } from '../../kit/StatusTag.js';
import { useWords, type Label } from '../../kit/words.js';
import { disputeTones } from '../disputes/dispute-status.js';
import { fileTones } from '../hardship/file-status.js';
import { petitionTones } from '../petitions/petition-status.js';

/** Statuses of the registers that have no lifecycle of their own yet. */
const registers: Readonly<Record<string, Label & { tone: Tone }>> = {
  active: { zh: '在册', en: 'On the register', tone: 'going' },
  filed: { zh: '已建档', en: 'On file', tone: 'going' },
  open: { zh: '办理中', en: 'Open', tone: 'going' },
  paid: { zh: '已发放', en: 'Paid', tone: 'good' },
  resolved: { zh: '已处置', en: 'Resolved', tone: 'good' },
  done: { zh: '已完成', en: 'Done', tone: 'good' },
  closed: { zh: '已办结', en: 'Closed', tone: 'done' },
  removed: { zh: '已注销', en: 'Removed', tone: 'done' },
};

/** Where a case of any kind stands, for pages that show several kinds side by side. */
export function CaseStatus({ noun, status }: { noun: string; status: string }) {
  const { label } = useWords();
  if (noun === 'dispute' && status in disputeStatuses) {
    const code = status as keyof typeof disputeStatuses;
    return <StatusTag tone={disputeTones[code]}>{label(disputeStatuses, code)}</StatusTag>;
  }
  if (noun === 'petition' && status in petitionStatuses) {
    const code = status as keyof typeof petitionStatuses;
    return <StatusTag tone={petitionTones[code]}>{label(petitionStatuses, code)}</StatusTag>;
  }
  if (noun.startsWith('hardship') && status in fileStatuses) {
    const code = status as keyof typeof fileStatuses;
    return <StatusTag tone={fileTones[code]}>{label(fileStatuses, code)}</StatusTag>;
  }
  return <StatusTag tone={registers[status]?.tone ?? 'done'}>{label(registers, status)}</StatusTag>;
}
