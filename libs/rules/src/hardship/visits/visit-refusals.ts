import { refusals } from '../../shared/refusal.js';

export const refuseVisit = refusals({
  'hardship.visit-field-unknown': {
    kind: 'invalid',
    zh: '《入户调查表》没有这一栏。请刷新页面后重试。',
    en: 'The visit form has no such field. Reload the page and try again.',
  },
  'hardship.visit-value': {
    kind: 'invalid',
    zh: '“{fieldZh}”的内容不符合要求。请更正后再上传。',
    en: '"{fieldEn}" does not hold what the form asks for. Correct it and upload again.',
  },
  'hardship.visit-not-due': {
    kind: 'conflict',
    zh: '档案当前状态为“{statusZh}”，不需要这种入户调查。请按当前环节办理。',
    en: 'The file is "{statusEn}": no such visit is due. Go on with what is due now.',
  },
  'hardship.visit-open': {
    kind: 'conflict',
    zh: '该档案已有一份未完成的《入户调查表》。请在那一份上继续填写。',
    en: 'The file has a visit form that is not complete. Go on with that one.',
  },
  'hardship.visit-base-unknown': {
    kind: 'conflict',
    zh: '上传的内容所依据的版本不存在。请重新带出后再填写。',
    en: 'What was sent is based on a version that does not exist. Take the visit along again.',
  },
  'hardship.visit-no-conflict': {
    kind: 'conflict',
    zh: '这一栏没有待裁定的不同填写。请刷新后查看。',
    en: 'Nothing is to be decided in this field. Reload the form.',
  },
  'hardship.visit-no-such-side': {
    kind: 'invalid',
    zh: '所选的填写不存在。请在列出的内容中选择。',
    en: 'There is no such entry. Choose one of those shown.',
  },
  'hardship.visit-conflicts-open': {
    kind: 'conflict',
    zh: '还有{count}栏两人填写不同，尚未裁定。请先逐栏选定。',
    en: '{count} fields were filled in differently and are undecided. Decide them first.',
  },
  'hardship.visit-incomplete': {
    kind: 'conflict',
    zh: '《入户调查表》还有{count}栏未填：{fieldsZh}。请补全后再完成。',
    en: '{count} fields of the visit form are missing: {fieldsEn}. Fill them in first.',
  },
  'hardship.visit-done': {
    kind: 'conflict',
    zh: '《入户调查表》已填写完成。请在档案页登记入户调查。',
    en: 'The visit form is complete. Record the visit on the page of the file.',
  },
  'hardship.visit-over': {
    kind: 'conflict',
    zh: '这次入户调查已经登记，调查表不再修改。后来的内容已作为补充保存在表后。',
    en: 'This visit has been recorded and its form no longer changes. What came later is kept behind it.',
  },
});
