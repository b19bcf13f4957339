import type { Label } from '../../kit/words.js';

/** The lines of a file’s timeline that are no moves of its lifecycle. */
export const fileHappenings: Readonly<Record<string, Label>> = {
  draft: { zh: '起草申请', en: 'Application begun' },
  'form-changed': { zh: '修改档案表', en: 'Form changed' },
  'member-added': { zh: '登记家庭成员', en: 'Member added' },
  'member-changed': { zh: '修改家庭成员', en: 'Member changed' },
  'member-left': { zh: '家庭成员移出', en: 'Member left' },
  'consent-recorded': { zh: '登记签署文书', en: 'Signature recorded' },
  'consent-withdrawn': { zh: '撤回签署文书', en: 'Signature withdrawn' },
  'worksheet-started': { zh: '开始填写测算表', en: 'Worksheet begun' },
  'worksheet-signed': { zh: '测算表签字', en: 'Worksheet signed' },
  'worksheet-checked': { zh: '测算表核算', en: 'Worksheet checked' },
  'worksheet-dropped': { zh: '测算表作废', en: 'Worksheet dropped' },
  assessed: { zh: '认定测算', en: 'Assessed' },
  'handed-over': { zh: '转交经办人', en: 'Handed over' },
  pair: { zh: '结对', en: 'Paired' },
  unpair: { zh: '结束结对', en: 'Pairing ended' },
  assigned: { zh: '指定经办人', en: 'Handler assigned' },
};
