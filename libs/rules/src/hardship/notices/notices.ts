/** 公示、告知 as the rules know them: what is announced, and how an announcement ends. */
import type { FileStatus } from '../file-lifecycle.js';

/** 公示 hangs on a wall and says so; a lower class is only told to the family. */
export const noticeKinds = {
  application: { zh: '建档公示', en: 'Public notice of an application' },
  lower: { zh: '调档告知', en: 'Lower class announced to the family' },
  exit: { zh: '退出公示', en: 'Public notice of an exit' },
} as const;
export type NoticeKind = keyof typeof noticeKinds;
export const publicNoticeKinds = ['application', 'exit'] as const satisfies readonly NoticeKind[];

/** The notice that runs, or stands still, while a file is in one of these. */
export const noticeOf: Readonly<Partial<Record<FileStatus, NoticeKind>>> = {
  notice: 'application',
  objected: 'application',
  class_notice: 'lower',
  class_objected: 'lower',
  exit_notice: 'exit',
  exit_objected: 'exit',
};

/** How a notice came to its end. */
export const noticeEndings = {
  passed: { zh: '期满', en: 'Elapsed' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
  upheld: { zh: '异议成立', en: 'Objection upheld' },
  refused: { zh: '不予认定', en: 'Refused' },
  ended: { zh: '档案注销', en: 'File ended' },
} as const;
export type NoticeEnding = keyof typeof noticeEndings;
