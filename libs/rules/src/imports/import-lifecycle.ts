/** The life of one import. What was begun can be taken up again; what is done can be taken back while nobody built on it. */
import { lifecycle } from '../shared/lifecycle.js';
import type { Label } from '../shared/label.js';
import type { Judgement } from '../shared/refusal.js';
import { refuseImport } from './refusals.js';

export const importStatuses = {
  uploaded: { zh: '已上传', en: 'Uploaded' },
  checking: { zh: '试算中', en: 'Being tried out' },
  checked: { zh: '已试算', en: 'Checked' },
  running: { zh: '导入中', en: 'Running' },
  done: { zh: '已完成', en: 'Done' },
  failed: { zh: '未完成', en: 'Not finished' },
  reversing: { zh: '撤销中', en: 'Being reversed' },
  reversed: { zh: '已撤销', en: 'Reversed' },
} as const satisfies Record<string, Label>;
export type ImportStatus = keyof typeof importStatuses;

export const importMoves = lifecycle<ImportStatus>()({
  map: { from: ['uploaded', 'checking', 'checked'], to: 'uploaded' },
  check: { from: ['uploaded', 'checked'], to: 'checking' },
  checked: { from: ['checking', 'uploaded', 'checked'], to: 'checked' },
  start: { from: ['uploaded', 'checking', 'checked', 'failed'], to: 'running' },
  finish: { from: ['running'], to: 'done' },
  fail: { from: ['running'], to: 'failed' },
  reverse: { from: ['done', 'failed'], to: 'reversing' },
  reversed: { from: ['reversing'], to: 'reversed' },
});
export type ImportMove = keyof typeof importMoves.moves;

export function importMoveOpen(move: ImportMove, status: ImportStatus): Judgement {
  if (importMoves.open(move, status)) return undefined;
  return refuseImport('imports.not-now', { statusZh: importStatuses[status].zh, statusEn: importStatuses[status].en });
}
