import { refusals } from '../shared/refusal.js';

export const refuseHardship = refusals({
  'hardship.worksheet-empty': {
    kind: 'invalid',
    zh: '测算表没有家庭成员。请先登记共同生活的成员。',
    en: 'The worksheet has no members. Enter everybody who lives together first.',
  },
  'hardship.worksheet-member-twice': {
    kind: 'invalid',
    zh: '测算表中同一成员出现两次。请删除重复的成员。',
    en: 'A member stands twice on the worksheet. Remove one.',
  },
  'hardship.worksheet-stranger': {
    kind: 'invalid',
    zh: '第{line}行的人员不在共同生活成员中。请改选成员，或先登记该成员。',
    en: 'Line {line} is for somebody who does not live in the household. Choose a member, or enter that person first.',
  },
  'hardship.worksheet-kind': {
    kind: 'invalid',
    zh: '第{line}行的项目与栏目不符。请在该栏目的项目中选择。',
    en: 'Line {line} has a kind that does not belong to its side of the sheet. Choose one that does.',
  },
  'hardship.worksheet-amount': {
    kind: 'invalid',
    zh: '第{line}行的金额无效。请填写零或正数，精确到分。',
    en: 'Line {line} has no good amount. Enter zero or more, to the fen.',
  },
  'hardship.worksheet-months': {
    kind: 'invalid',
    zh: '第{line}行的月数无效。按月的项目请填1至12个月，全年的项目不填月数。',
    en: 'Line {line} has no good number of months: 1 to 12 for a monthly line, none for a yearly one.',
  },
  'hardship.no-rule-in-force': {
    kind: 'conflict',
    zh: '{on}没有有效的困难职工认定规则。请核对受理日期，或由规则管理员补充规则。',
    en: 'No rule of eligibility was in force on {on}. Check the day of receipt, or have the rule supplied.',
  },
  'hardship.rule-gone': {
    kind: 'conflict',
    zh: '作出决定时的规则版本{rule}或低保标准不在规则表中，不能重算。请由规则管理员恢复该版本。',
    en: 'The rule {rule} or the standard that the decision was made by is not in the tables. Have that version restored.',
  },
  'hardship.main-cause-count': {
    kind: 'invalid',
    zh: '主要致困原因须选且只能选一项。请选择一项。',
    en: 'Choose exactly one main cause.',
  },
  'hardship.too-many-causes': {
    kind: 'invalid',
    zh: '次要致困原因最多选{most}项。请减少。',
    en: 'At most {most} secondary causes. Take some away.',
  },
  'hardship.cause-twice': {
    kind: 'invalid',
    zh: '同一致困原因不能重复选择。请去掉重复的一项。',
    en: 'A cause is chosen twice. Take one away.',
  },
  'hardship.cause-of-another-era': {
    kind: 'invalid',
    zh: '所选致困原因“{cause}”不在现行档案表中。请从现行列表选择。',
    en: 'The cause "{cause}" is not on the form in use. Choose from its list.',
  },
  'hardship.override-reason-missing': {
    kind: 'invalid',
    zh: '改变系统认定结论须写明理由（不少于{least}字）。请补充。',
    en: 'Deciding otherwise than the rule proposes needs a reason of at least {least} characters. Write it.',
  },
  'hardship.override-nothing': {
    kind: 'invalid',
    zh: '所选类别与系统认定结论相同，无须改变。请直接办理。',
    en: 'The class chosen is the one proposed: there is nothing to override. Go on without.',
  },
  'hardship.override-class': {
    kind: 'invalid',
    zh: '规则{rule}没有所选类别。请从该规则的类别中选择。',
    en: 'The rule {rule} has no such class. Choose one that it has.',
  },
  'hardship.second-person-needed': {
    kind: 'forbidden',
    zh: '此步须由另一人办理：您已办理过本案的前一环节。请交由其他有权限的人员。',
    en: 'This step needs another person: you did an earlier one of this file. Hand it to somebody else with the right.',
  },
});
