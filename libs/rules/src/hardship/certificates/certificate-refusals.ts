import { refusals } from '../../shared/refusal.js';

export const refuseCertificate = refusals({
  'hardship.certificate-move-not-open': {
    kind: 'conflict',
    zh: '特困证当前状态为“{statusZh}”，不能办理“{moveZh}”。请刷新后查看可办理的操作。',
    en: 'The certificate is "{statusEn}": "{moveEn}" is not open. Reload it to see what can be done now.',
  },
  'hardship.certificate-only-severe': {
    kind: 'conflict',
    zh: '只有“特困”类在档家庭可以发特困证。请核对类别和档案状态。',
    en: 'Only a household on file in the class 特困 has a certificate. Check its class and status.',
  },
  'hardship.certificate-needed': {
    kind: 'conflict',
    zh: '“特困”类建档须同时发放特困证。请填写证号。',
    en: 'A file of the class 特困 is opened together with its certificate. Enter its number.',
  },
  'hardship.certificate-missing': {
    kind: 'conflict',
    zh: '该档案没有特困证。请先发证。',
    en: 'The file has no certificate. Issue one first.',
  },
  'hardship.certificate-exists': {
    kind: 'conflict',
    zh: '该档案已有未注销的特困证。请先挂失或注销原证。',
    en: 'The file already has a certificate. Report it lost or cancel it first.',
  },
  'hardship.certificate-number-used': {
    kind: 'conflict',
    zh: '补发须使用新证号。请填写未用过的证号。',
    en: 'A replacement needs a new number. Enter one that was never used.',
  },
  'hardship.certificate-file-unreviewed': {
    kind: 'conflict',
    zh: '年检须以发证或上次年检之后、一年以内的档案复核为依据。请先完成档案复核。',
    en: 'The annual check rests on a review since the certificate was issued or last checked, within a year. Finish the review first.',
  },
});
