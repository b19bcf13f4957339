import { refusals } from '../shared/refusal.js';

/** Of what is written into a file between its moves. */
export const refuseRecording = refusals({
  'hardship.part-closed': {
    kind: 'conflict',
    zh: '档案当前状态为“{statusZh}”，内容已作为办理依据，不能修改。情况有变的，请先重新核对、撤回拟变更，或建档后再登记。',
    en: 'The file is "{statusEn}" and a decision rests on what it says. If things have changed, verify again or withdraw the announced change first, or enter it once the file is open.',
  },
  'hardship.file-ended': {
    kind: 'conflict',
    zh: '档案当前状态为“{statusZh}”，已终结，不再登记。家庭重新困难的，请办理返困或新建申请。',
    en: 'The file is "{statusEn}": it has ended and takes no more entries. If the family is in hardship again, return it to hardship or begin an application.',
  },
  'hardship.answer-not-on-form': {
    kind: 'invalid',
    zh: '“{answer}”不在现行档案表该栏的选项中。请从现行列表选择。',
    en: '"{answer}" is not on the list of the form in use. Choose from the list.',
  },
  'hardship.member-already': {
    kind: 'conflict',
    zh: '此人已是该家庭的成员。请直接修改其信息。',
    en: 'This person belongs to the household already. Change what is known instead.',
  },
  'hardship.one-holder': {
    kind: 'invalid',
    zh: '一户只有一名户主，就是档案申请人。请选择与户主的关系。',
    en: 'A household has one holder, the applicant. Choose the relation to the holder.',
  },
  'hardship.holder-stays': {
    kind: 'conflict',
    zh: '户主不能移出家庭。户主死亡或申请注销的，请办理注销。',
    en: 'The holder cannot leave the household. On death or own request end the file.',
  },
  'hardship.left-before-joined': {
    kind: 'invalid',
    zh: '离开日期不能早于加入日期{joined}。请更正日期。',
    en: 'The day of leaving lies before that of joining, {joined}. Correct the day.',
  },
  'hardship.consent-not-called-for': {
    kind: 'invalid',
    zh: '该成员无须签署此文书：申请书由户主签，授权书由成年人签，未满14周岁由监护人同意。请改选。',
    en: 'Nobody needs this paper of this member: the holder signs the application, adults the authorisation, guardians consent for those under 14. Choose another.',
  },
  'hardship.consent-already': {
    kind: 'conflict',
    zh: '该成员的这份文书已登记。请先撤回原登记。',
    en: 'This paper of this member is on record already. Withdraw that entry first.',
  },
  'hardship.worksheet-in-work': {
    kind: 'conflict',
    zh: '已有一张测算表正在填写或待核算。请继续办理该表，或先作废。',
    en: 'A worksheet is in work already. Go on with it, or drop it first.',
  },
  'hardship.worksheet-not-draft': {
    kind: 'conflict',
    zh: '测算表已签字，不能修改。如有差错，请作废后重新填写。',
    en: 'The worksheet is signed and cannot be changed. If it is wrong, drop it and start another.',
  },
  'hardship.worksheet-not-signed': {
    kind: 'conflict',
    zh: '核算须在申请人签字之后。请先由申请人签字。',
    en: 'A worksheet is checked after the applicant has signed it. Obtain the signature first.',
  },
  'hardship.worksheet-final': {
    kind: 'conflict',
    zh: '已核算或已作废的测算表不再变动。请另填一张。',
    en: 'A worksheet that was checked or dropped never changes. Start another.',
  },
  'hardship.worksheet-household-changed': {
    kind: 'conflict',
    zh: '测算表填写后家庭成员有变化。请打开测算表核对并重新保存；已核算的，请另填一张。',
    en: 'The household has changed since the worksheet was filled in. Open it, check it and save it again; where it was checked already, start another.',
  },
  'hardship.worksheet-of-before': {
    kind: 'conflict',
    zh: '最近的测算表是上次决定的依据，不能作为本次复核的依据。请新建测算表，由申请人签字、他人核算后重新认定。',
    en: 'The newest worksheet is what the last decision rested on. Start a new one, have it signed and checked, and assess again.',
  },
  'hardship.worksheet-missing': {
    kind: 'conflict',
    zh: '还没有经核算的测算表。请先填写测算表，由申请人签字并经他人核算。',
    en: 'There is no checked worksheet yet. Fill one in, have it signed by the applicant and checked by another person.',
  },
  'hardship.worksheet-period': {
    kind: 'invalid',
    zh: '测算期须为连续十二个月，且不能晚于今天。请更正起止日期。',
    en: 'A worksheet covers twelve months in a row and does not reach beyond today. Correct its first and last day.',
  },
  'hardship.worksheet-period-old': {
    kind: 'conflict',
    zh: '测算表截至{to}，不是最近十二个月（至少应到{least}）。请按最近十二个月另填一张。',
    en: 'The worksheet ends on {to}: these are not the last twelve months, which reach at least to {least}. Start another for them.',
  },
  'hardship.override-missing': {
    kind: 'conflict',
    zh: '没有待同意的改变认定申请。请先由他人提出并写明理由。',
    en: 'Nobody has asked to decide otherwise. Somebody else asks first, with a reason.',
  },
  'hardship.override-agreed': {
    kind: 'conflict',
    zh: '该认定已由两人决定改变。如需再改，请重新认定。',
    en: 'Two people have already decided otherwise here. Assess again if it is to be changed.',
  },
  'hardship.assessment-old': {
    kind: 'conflict',
    zh: '只能改变最近一次认定的结论。请在最新的认定上办理。',
    en: 'Only the newest assessment can be decided otherwise. Go on with that one.',
  },
  'hardship.assessment-missing': {
    kind: 'conflict',
    zh: '尚未认定。请先按经核算的测算表认定该家庭。',
    en: 'The household has not been assessed. Assess it by its checked worksheet first.',
  },
  'hardship.assessment-outdated': {
    kind: 'conflict',
    zh: '认定之后测算表、致困原因或家庭情况有变化。请重新认定。',
    en: 'The worksheet, the causes or the household have changed since it was assessed. Assess it again.',
  },
  'hardship.handler-unfit': {
    kind: 'invalid',
    zh: '所选人员不存在、已停用，或无权办理本单位的困难职工档案。请改选。',
    en: 'The person does not exist, is not active, or may not work on files of this organisation. Choose another.',
  },
});
