import type { Tone } from '../../kit/StatusTag.js';
import type { Label } from '../../kit/words.js';

export const reportKinds = { month: { zh: '月报', en: 'Monthly' }, year: { zh: '年报', en: 'Yearly' } } as const;

export const reportStatuses: Readonly<Record<'queued' | 'making' | 'draft' | 'failed', Label & { tone: Tone }>> = {
  queued: { zh: '排队中', en: 'Queued', tone: 'waiting' },
  making: { zh: '生成中', en: 'Being made', tone: 'waiting' },
  draft: { zh: '已生成', en: 'Made', tone: 'good' },
  failed: { zh: '失败', en: 'Failed', tone: 'bad' },
};

export const isMaking = (status: string): boolean => status === 'queued' || status === 'making';

/** 2012-03, or 2012. */
export const periodText = (kind: 'month' | 'year', from: string): string => from.slice(0, kind === 'month' ? 7 : 4);
