import { refusals } from '../../shared/refusal.js';

export const refusePolicy = refusals({
  'policy.move-not-open': {
    kind: 'conflict',
    zh: '草案当前为“{statusZh}”，不能办理“{moveZh}”。请刷新后查看可办理的操作。',
    en: 'The draft is "{statusEn}": "{moveEn}" is not open. Reload it to see what can be done now.',
  },
  'policy.changes-nothing': {
    kind: 'invalid',
    zh: '草案与现行规定相同。请至少改动一项。',
    en: 'The draft says what already holds. Change at least one thing.',
  },
  'policy.no-such-threshold': {
    kind: 'invalid',
    zh: '规则中没有可改动的标准“{criterion}”。请在该规则的标准中选择。',
    en: 'The rule has no threshold "{criterion}" to change. Choose one of its own.',
  },
  'policy.threshold-range': {
    kind: 'invalid',
    zh: '“{nameZh}”的数值须为{least}至{most}之间的整数。请改正后再试。',
    en: '"{nameEn}" must be a whole number from {least} to {most}. Correct it.',
  },
  'policy.amount-range': {
    kind: 'invalid',
    zh: '低保标准须在每人每月{least}元至{most}元之间。请核对金额和单位。',
    en: 'The standard must lie between {least} and {most} yuan a person and month. Check the amount and its unit.',
  },
  'policy.backwards': {
    kind: 'conflict',
    zh: '已有标准不能改到{today}以前生效：此前已经据此作出认定。请把生效日期改为今天或以后；只有补充缺失的标准、确认未核实的金额可以早于今天。',
    en: 'What already holds cannot be changed for days before {today}: people were decided by it. Let it begin today or later; only a missing threshold or an unconfirmed amount may be supplied for earlier days.',
  },
  'policy.rule-gone': {
    kind: 'not-found',
    zh: '没有规则“{rule}”。请在规则页重新选择。',
    en: 'There is no rule "{rule}". Choose it again on the page of rules.',
  },
  'policy.rule-not-in-force': {
    kind: 'conflict',
    zh: '{on}有效的规则是“{inForce}”，不是草案所依据的“{rule}”。请以有效的规则重新起草。',
    en: 'On {on} the rule in force is "{inForce}", not "{rule}" on which the draft rests. Draft it anew on the rule in force.',
  },
  'policy.standard-changed': {
    kind: 'conflict',
    zh: '起草以后，{on}的低保标准已被他人发布或更正。请核对后修改草案并重新测算。',
    en: 'Since the draft was made, the standard of {on} was published or corrected by somebody else. Check it, change the draft and try it again.',
  },
  'policy.division-unknown': {
    kind: 'invalid',
    zh: '没有行政区划“{division}”。请选择本市或所辖区、县级市。',
    en: 'There is no division "{division}". Choose the city or one of its districts.',
  },
  'policy.day-gone': {
    kind: 'conflict',
    zh: '生效日期{on}已过，不能再按原日期发布。请修改生效日期，重新测算并复核。',
    en: 'The first day, {on}, has gone by. Change it, try the draft again and have it agreed to.',
  },
  'policy.another-must-change': {
    kind: 'forbidden',
    zh: '草案只能由起草人修改。请另行起草。',
    en: 'Only the maker of a draft may change it. Make a draft of your own.',
  },
  'policy.kind-stays': {
    kind: 'invalid',
    zh: '规则草案和标准草案不能互换。请另行起草。',
    en: 'A draft of a rule cannot become one of a standard, or the other way round. Make another draft.',
  },
  'policy.another-must-agree': {
    kind: 'forbidden',
    zh: '起草人不能复核自己的草案。请由另一名有发布权限的人复核。',
    en: 'The maker of a draft cannot agree to it. Another person who may publish must.',
  },
  'policy.whole-city-needed': {
    kind: 'forbidden',
    zh: '规则和标准适用全市，只能由权限覆盖全市的人发布。请报市总工会审批人发布。',
    en: 'Rules and standards hold for the whole city: only somebody whose reach is the whole city may publish them. Ask an approver of the federation.',
  },
  'policy.rules-changed': {
    kind: 'conflict',
    zh: '测算期间有新的规则或标准发布，结果不再可比。请重新测算。',
    en: 'A rule or standard was published while this was tried: the results no longer compare. Try it again.',
  },
  'policy.not-tried': {
    kind: 'conflict',
    zh: '草案还没有测算结果。请先测算。',
    en: 'The draft has not been tried yet. Try it first.',
  },
  'policy.no-rule-that-day': {
    kind: 'conflict',
    zh: '{on}没有有效的认定规则，无法测算。请先补充规则或改动生效日期。',
    en: 'No rule of eligibility is in force on {on}: nothing can be tried. Supply a rule, or another first day.',
  },
});
