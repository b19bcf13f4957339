import { refusals } from '../../shared/refusal.js';

export const refuseCandidate = refusals({
  'candidates.closed': {
    kind: 'conflict',
    zh: '该线索已办结，不能再办理。请刷新查看办结结果。',
    en: 'This candidate is closed. Reload it to see how.',
  },
  'candidates.already-owner': {
    kind: 'conflict',
    zh: '该线索已由此人负责。',
    en: 'This person is in charge of it already.',
  },
  'candidates.owner-unfit': {
    kind: 'invalid',
    zh: '所选人员不能办理本组织的线索。请从名单中选择在用人员。',
    en: 'The person chosen may not work on candidates here. Choose one from the list.',
  },
  'candidates.day-in-future': {
    kind: 'invalid',
    zh: '日期不能晚于今天。',
    en: 'The day cannot lie in the future.',
  },
  'candidates.day-too-early': {
    kind: 'invalid',
    zh: '日期不能早于发现线索的日期{found}。',
    en: 'The day cannot lie before {found}, when the candidate was found.',
  },
  'candidates.file-missing': {
    kind: 'invalid',
    zh: '没有找到该职工家庭的申请或档案。请先发起申请并申报。',
    en: 'No application or file of the family was found. Start an application and submit it first.',
  },
  'candidates.file-not-theirs': {
    kind: 'invalid',
    zh: '所选档案不是该职工家庭的。请选择其本人家庭的申请或档案。',
    en: 'That file is not of this person’s family. Choose one that is.',
  },
  'candidates.file-only-draft': {
    kind: 'conflict',
    zh: '该申请尚未申报，不能按已建档办结。请先申报。',
    en: 'The application has not been submitted. Submit it before closing the candidate as filed.',
  },
  'candidates.on-file-before': {
    kind: 'conflict',
    zh: '该家庭本已在档，线索是档案无人过问。请帮扶或复核后按“已帮扶”等办结。',
    en: 'The family was on file before: the sign is that nobody attended to it. Help it or review the file, and close it as helped or otherwise.',
  },
  'candidates.on-file': {
    kind: 'conflict',
    zh: '该家庭已有申请或档案，不必再发起申请。可在档案上办理，再将线索办结。',
    en: 'The family has an application or file already. Work on that, then close the candidate.',
  },
  'candidates.help-missing': {
    kind: 'invalid',
    zh: '请选择帮扶方式。',
    en: 'Say how the family was helped.',
  },
  'candidates.government-aid-missing': {
    kind: 'invalid',
    zh: '请选择已享受的政府救助。',
    en: 'Say which aid of government the family has.',
  },
  'candidates.criterion-missing': {
    kind: 'invalid',
    zh: '请选择不符合的具体条件。',
    en: 'Say which criterion is not met.',
  },
  'candidates.not-spoken-to': {
    kind: 'conflict',
    zh: '“本人不愿”须先联系上本人。请先登记联系情况。',
    en: '"Declined" needs a conversation with the person. Log the contact first.',
  },
  'candidates.attempts-too-few': {
    kind: 'conflict',
    zh: '“联系不上”须在至少{days}个不同日期联系{least}次以上，现为{days2}天{count}次。请继续联系。',
    en: '"Unreachable" needs at least {least} attempts on {days} different days; there were {count} on {days2}. Keep trying.',
  },
  'candidates.was-reached': {
    kind: 'conflict',
    zh: '已有联系上的记录，不能按“联系不上”办结。请按实际情况选择。',
    en: 'The person was reached. Close it by what was learned.',
  },
});
