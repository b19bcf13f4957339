import { refusals } from '../shared/refusal.js';

export const refuseFile = refusals({
  'hardship.move-not-open': {
    kind: 'conflict',
    zh: '档案当前状态为“{statusZh}”，不能办理“{moveZh}”。请刷新后查看可办理的操作。',
    en: 'The file is "{statusEn}": "{moveEn}" is not open. Reload it to see what can be done now.',
  },
  'hardship.reason-missing': { kind: 'invalid', zh: '请写明理由。', en: 'State the reason.' },
  'hardship.application-unsigned': {
    kind: 'conflict',
    zh: '申报须由申请人签署《困难职工帮扶申请书》。请先签署。',
    en: 'The applicant must sign the application first.',
  },
  'hardship.consent-missing': {
    kind: 'conflict',
    zh: '还有{count}名成年成员未签署《家庭经济状况核对授权委托书》。请取得其书面同意。',
    en: '{count} adults of the household have not signed the authorisation to verify. Obtain their written consent.',
  },
  'hardship.guardian-consent-missing': {
    kind: 'conflict',
    zh: '登记未满14周岁成员的信息须经监护人单独同意。请取得监护人签字。',
    en: 'Data of members under 14 need the separate consent of a guardian. Obtain the signature.',
  },
  'hardship.already-on-file': {
    kind: 'conflict',
    zh: '该家庭或其成员已有在办或在档的档案。一户一档，请在原档案上办理。',
    en: 'The household or one of its members already has an application or a file. One household, one file: go on with that one.',
  },
  'hardship.visitors-too-few': {
    kind: 'invalid',
    zh: '入户调查须由{least}名以上人员共同进行。请补登调查人员。',
    en: 'A home visit needs at least {least} visitors. Enter the others.',
  },
  'hardship.visitor-of-household': {
    kind: 'conflict',
    zh: '入户调查人员不能是该家庭成员或其近亲属。请更换人员。',
    en: 'A visitor may not belong to the household or be a near relative. Send somebody else.',
  },
  'hardship.day-in-future': { kind: 'invalid', zh: '办理日期不能晚于今天。', en: 'The day cannot lie in the future.' },
  'hardship.day-too-early': {
    kind: 'invalid',
    zh: '办理日期不能早于{last}（上一次办理的日期）。请核对日期。',
    en: 'The day lies before what the file has already been through ({last}). Check it.',
  },
  'hardship.visit-form-incomplete': {
    kind: 'conflict',
    zh: '《入户调查表》未填写完整或被访人未签字。请补全。',
    en: 'The visit form is incomplete or unsigned by the family. Complete it.',
  },
  'hardship.worksheet-unsigned': {
    kind: 'conflict',
    zh: '《困难职工家庭月人均收入测算表》须由申请人和核算人签字。请补齐签字。',
    en: 'The worksheet needs the signatures of applicant and checker. Add what is missing.',
  },
  'hardship.vouchers-missing': {
    kind: 'conflict',
    zh: '测算表有{count}项缺少凭证。请补充凭证或删除该项。',
    en: '{count} lines of the worksheet have no voucher. Add it or take the line away.',
  },
  'hardship.voucher-shared': {
    kind: 'conflict',
    zh: '测算表有{count}张凭证被多项使用。同一凭证只能计一次，请更正。',
    en: '{count} vouchers stand behind more than one line. A voucher counts once: correct it.',
  },
  'hardship.verification-missing': {
    kind: 'conflict',
    zh: '还没有核对报告。请先登记核对结果。',
    en: 'There is no verification report yet. Record it first.',
  },
  'hardship.verification-expired': {
    kind: 'conflict',
    zh: '核对报告已于{until}过有效期。请重新核对。',
    en: 'The verification report ran out on {until}. Verify again.',
  },
  'hardship.undecided': {
    kind: 'conflict',
    zh: '系统无法作出认定：缺少必要的信息或标准。请补充，或写明理由由两人决定。',
    en: 'The rule cannot decide: information or a threshold is missing. Supply it, or decide by two people with a reason.',
  },
  'hardship.class-not-proposed': {
    kind: 'conflict',
    zh: '所选类别不是系统认定的类别。请改用认定的类别，或写明理由由两人决定。',
    en: 'The class is not the one that the rule proposes. Use that one, or decide by two people with a reason.',
  },
  'hardship.class-opens-no-file': {
    kind: 'conflict',
    zh: '“{class}”不建档，只用于送温暖。请按送温暖办理。',
    en: '"{classEn}" opens no file; it is for winter visits only. Handle it there.',
  },
  'hardship.notice-unmasked': {
    kind: 'conflict',
    zh: '公示内容未脱敏。请按公示规则隐去证件号、电话、住址和病情。',
    en: 'The notice is not masked. Take out numbers, phone, address and diagnosis.',
  },
  'hardship.notice-without-phone': {
    kind: 'invalid',
    zh: '公示须写明异议受理电话。请填写。',
    en: 'A notice needs a telephone for objections. Enter it.',
  },
  'hardship.notice-missing': {
    kind: 'conflict',
    zh: '尚未公示或告知，不能办理。请先公示或书面告知该家庭。',
    en: 'No notice was given. Publish it, or tell the household in writing, first.',
  },
  'hardship.window-open': {
    kind: 'conflict',
    zh: '公示或告知期至{until}止，期满后才能办理。请于次日办理。',
    en: 'The notice runs until {until}. Come back the day after.',
  },
  'hardship.window-closed': {
    kind: 'conflict',
    zh: '公示或告知期已于{until}届满。新的情况请按信访或复核反映。',
    en: 'The notice ended on {until}. Bring what is new as a petition or for the next review.',
  },
  'hardship.objection-open': {
    kind: 'conflict',
    zh: '还有{count}件异议未作结论。请先核查并作出结论。',
    en: '{count} objections are undecided. Check and decide them first.',
  },
  'hardship.household-not-told': {
    kind: 'conflict',
    zh: '不利变更须书面告知该家庭理由和异议权利。请先送达告知书。',
    en: 'The household must be told in writing of the reason and of its right to object. Deliver the notice first.',
  },
  'hardship.assessment-stale': {
    kind: 'conflict',
    zh: '复核须以本次复核开始（{since}）后的测算为依据。请重新测算该家庭，标准调整本身不是理由。',
    en: 'A review rests on an assessment made since it began on {since}. Assess the household again; a new standard alone is no reason.',
  },
  'hardship.not-adverse': {
    kind: 'conflict',
    zh: '拟定类别并不低于现类别。请按续档或调档（困难加重）办理。',
    en: 'The class is not lower than the present one. Renew the file, or change it to the graver class.',
  },
  'hardship.adverse': {
    kind: 'conflict',
    zh: '拟定类别低于现类别，属不利变更。请先告知并等待异议期满。',
    en: 'The class is lower than the present one: that is an adverse change. Announce it and wait for the window to pass.',
  },
  'hardship.graver': {
    kind: 'conflict',
    zh: '拟定类别比现类别更重，不是续档。请按调档（困难加重）办理。',
    en: 'The class is graver than the present one: that is no renewal. Change it to the graver class.',
  },
  'hardship.same-standing': {
    kind: 'conflict',
    zh: '拟定类别与现类别轻重相同。请按续档办理。',
    en: 'The class weighs the same as the present one. Renew the file.',
  },
  'hardship.not-as-announced': {
    kind: 'conflict',
    zh: '所办事项与公示的退出理由不符。公示脱困的办理脱困销档，其他理由的办理注销。',
    en: 'This is not what was announced. Lift the file where lifting was announced, cancel it where another ground was.',
  },
  'hardship.told-after-today': {
    kind: 'invalid',
    zh: '书面告知的日期不能晚于今天。请在送达之后再登记。',
    en: 'The household cannot have been told after today. Record it once the letter is delivered.',
  },
  'hardship.no-window-rule': {
    kind: 'unavailable',
    zh: '公示期、告知期的规则没有生效的版本，不能公示。请由规则管理员启用。',
    en: 'No rule for the days of a notice is in force, so none can be given. Have one enabled.',
  },
  'hardship.objection-decided': {
    kind: 'conflict',
    zh: '该异议已作出结论。请刷新后查看。',
    en: 'This objection has been decided already. Reload the file.',
  },
  'hardship.not-lifted': {
    kind: 'conflict',
    zh: '该家庭未达到脱困条件，不能销档。请续档，或写明理由由两人决定。',
    en: 'The household does not meet the terms of lifting. Renew the file, or decide by two people with a reason.',
  },
  'hardship.recovery-undecided': {
    kind: 'conflict',
    zh: '因失实注销须同时决定是否追回救助款物。请填写追回决定。',
    en: 'A cancellation for untruth must say whether aid is recovered. Enter the decision.',
  },
  'hardship.proof-missing': {
    kind: 'invalid',
    zh: '请登记死亡证明或本人书面申请。',
    en: 'Enter the death certificate or the written request.',
  },
  'hardship.receiver-not-accepting': {
    kind: 'conflict',
    zh: '转档须由接收工会确认。请先取得对方确认。',
    en: 'A transfer needs the receiving union’s confirmation. Obtain it first.',
  },
  'hardship.transfer-to-itself': {
    kind: 'invalid',
    zh: '接收工会与现工会相同。请选择其他工会。',
    en: 'The receiving union is the present one. Choose another.',
  },
});
