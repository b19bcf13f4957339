import { certificateMoveLabels } from '#rules/hardship/certificates/certificate-lifecycle';
import type { Label } from '../../kit/words.js';

const ofCertificate = Object.entries(certificateMoveLabels).map(
  ([move, { zh, en }]) => [`certificate.${move}`, { zh: `特困证${zh}`, en: `Certificate: ${en}` }] as const,
);

/** The lines of a file’s timeline that are no moves of its lifecycle. */
export const fileHappenings: Readonly<Record<string, Label>> = {
  draft: { zh: '起草申请', en: 'Application begun' },
  'form-changed': { zh: '修改档案表', en: 'Form changed' },
  'member-joined': { zh: '登记家庭成员', en: 'Member added' },
  'member-changed': { zh: '修改家庭成员', en: 'Member changed' },
  'member-left': { zh: '家庭成员移出', en: 'Member left' },
  'consent-recorded': { zh: '登记签署文书', en: 'Signature recorded' },
  'consent-withdrawn': { zh: '撤回签署文书', en: 'Signature withdrawn' },
  'worksheet-started': { zh: '开始填写测算表', en: 'Worksheet begun' },
  'worksheet-saved': { zh: '填写测算表', en: 'Worksheet saved' },
  'worksheet-signed': { zh: '测算表签字', en: 'Worksheet signed' },
  'worksheet-checked': { zh: '测算表核算', en: 'Worksheet checked' },
  'worksheet-dropped': { zh: '测算表作废', en: 'Worksheet dropped' },
  assessed: { zh: '认定测算', en: 'Assessed' },
  'override-asked': { zh: '申请改变认定结论', en: 'Asked to decide otherwise' },
  'override-agreed': { zh: '同意改变认定结论', en: 'Agreed to decide otherwise' },
  'handed-over': { zh: '交由他人经办', en: 'Handed over' },
  openVisit: { zh: '开始入户调查', en: 'Home visit begun' },
  completeVisit: { zh: '入户调查表填写完成', en: 'Visit form completed' },
  pair: { zh: '结对帮扶', en: 'Paired' },
  'certificate.issue': { zh: '发放特困证', en: 'Certificate issued' },
  ...Object.fromEntries(ofCertificate),
  unpair: { zh: '结束结对', en: 'Pairing ended' },
};
