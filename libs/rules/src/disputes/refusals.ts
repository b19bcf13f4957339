import { refusals } from '../shared/refusal.js';

export const refuseDispute = refusals({
  'disputes.move-not-open': {
    kind: 'conflict',
    zh: '案件当前状态为“{statusZh}”，不能办理“{moveZh}”。请刷新后查看可办理的操作。',
    en: 'The case is "{statusEn}": "{moveEn}" is not open. Reload it to see what can be done now.',
  },
  'disputes.out-of-scope': {
    kind: 'conflict',
    zh: '争议不属于受理范围，不能受理。请作不予受理，并告知申请人其他途径。',
    en: 'The matter is out of scope and cannot be accepted. Refuse it and tell the applicant the other routes.',
  },
  'disputes.consent-missing': {
    kind: 'conflict',
    zh: '受理需双方当事人均同意调解。请先征询未同意一方的意愿，或作不予受理。',
    en: 'Both parties must consent to mediation. Ask the side that has not, or refuse the application.',
  },
  'disputes.request-unclear': {
    kind: 'conflict',
    zh: '调解请求不明确，不能受理。请补充请求事项后再受理。',
    en: 'The request is not definite. Complete it before accepting.',
  },
  'disputes.mediator-conflicted': {
    kind: 'conflict',
    zh: '该调解员与本案有利害关系，应当回避。请指派其他调解员。',
    en: 'This mediator has an interest in the case and must stand aside. Assign another.',
  },
  'disputes.extension-unsigned': {
    kind: 'conflict',
    zh: '延期需双方当事人签字同意。请取得双方签字的延期同意书后再办理。',
    en: 'An extension needs the signatures of both parties. Have both sign the consent first.',
  },
  'disputes.extension-too-late': {
    kind: 'conflict',
    zh: '调解期限已于{due}届满，不能再延期。请按调解不成办理。',
    en: 'The time for mediation ended on {due} and cannot be extended. Record that no agreement was reached.',
  },
  'disputes.extension-not-later': {
    kind: 'invalid',
    zh: '延期后的截止日期必须晚于{due}。',
    en: 'The extended date must lie after {due}.',
  },
  'disputes.agreement-unsigned': {
    kind: 'conflict',
    zh: '协议须经双方当事人签名或盖章、调解员签名并加盖调解组织印章后生效。请补齐所缺签章。',
    en: 'An agreement takes effect with both parties’ and the mediator’s signatures and the organisation’s seal. Add what is missing.',
  },
  'disputes.members-not-consenting': {
    kind: 'conflict',
    zh: '还有{count}名被代表职工未同意协议。请取得其同意，或将其移出人员名单。',
    en: '{count} represented workers have not consented. Obtain their consent or take them off the list.',
  },
  'disputes.mediator-unfit': {
    kind: 'invalid',
    zh: '所选人员不是在用的调解员。请从调解员名单中选择。',
    en: 'The person chosen is not an active mediator. Choose one from the list.',
  },
  'disputes.parties-not-notified': {
    kind: 'conflict',
    zh: '开始调解前须将时间、地点通知双方当事人。请先通知。',
    en: 'Tell both parties the time and place before mediation begins.',
  },
  'disputes.limit-not-running': {
    kind: 'conflict',
    zh: '本案没有正在计算的调解期限，无从延期。',
    en: 'No time limit for mediation is running in this case: there is nothing to extend.',
  },
  'disputes.oral-not-allowed': {
    kind: 'conflict',
    zh: '只有人民调解组织可以达成口头协议。请制作书面调解协议书，或先指定人民调解组织。',
    en: 'Only a people’s mediation committee may take an oral agreement. Write the agreement, or name such a committee first.',
  },
  'disputes.amount-missing': {
    kind: 'invalid',
    zh: '此类争议以金钱给付为内容，请填写协议金额。',
    en: 'A dispute of this category ends in a payment: give the amount agreed.',
  },
  'disputes.notice-not-given': {
    kind: 'conflict',
    zh: '调解不成须书面告知当事人可以申请仲裁。请先送达告知书。',
    en: 'When mediation fails, the parties must be told in writing that arbitration is open. Give the notice first.',
  },
  'disputes.reason-missing': {
    kind: 'invalid',
    zh: '请写明理由。',
    en: 'State the reason.',
  },
  'disputes.day-in-future': {
    kind: 'invalid',
    zh: '办理日期不能晚于今天。',
    en: 'The day cannot lie in the future.',
  },
  'disputes.day-too-early': {
    kind: 'invalid',
    zh: '办理日期不能早于上一步的日期{last}。',
    en: 'The day cannot lie before {last}, the day of the step before.',
  },
  'disputes.outcome-missing': {
    kind: 'conflict',
    zh: '结案须先选定结案方式。',
    en: 'Choose an outcome before closing.',
  },
  'disputes.outcome-settled': {
    kind: 'conflict',
    zh: '本案已定为“{outcomeZh}”，结案方式不能另选；去向另行记录。',
    en: 'The case has ended as "{outcomeEn}": that stands when it is closed. Where it went on to is recorded apart.',
  },
  'disputes.outcome-mismatch': {
    kind: 'conflict',
    zh: '结案方式“{outcomeZh}”与案件状态“{statusZh}”不符。请改选结案方式。',
    en: 'The outcome "{outcomeEn}" does not fit a case that is "{statusEn}". Choose another.',
  },
});
