import { disputeCategories, disputeCategoryCodes, type DisputeCategoryCode } from '#rules/disputes/codes';

/** What windows hear most stands first; the rest follows in the order of the list. */
const usual: readonly DisputeCategoryCode[] = ['51', '53', '43', '52', '24', '10', '41'];
const byUse = [...usual, ...disputeCategoryCodes.filter((code) => !usual.includes(code))];

export const categoryChoices = (language: 'zh' | 'en'): { value: string; label: string }[] =>
  byUse.map((value) => ({ value, label: disputeCategories[value][language] }));

/** Words for the small choices of a dispute that have no list of their own in the rules. */
export const partyRoles = {
  applicant: { zh: '申请人', en: 'Applicant' },
  respondent: { zh: '被申请人', en: 'Respondent' },
  'third-party': { zh: '第三人', en: 'Third party' },
  agent: { zh: '代理人', en: 'Agent' },
} as const;

export const onwardRoutes = {
  arbitration: { zh: '劳动仲裁', en: 'Arbitration' },
  court: { zh: '诉讼', en: 'Court' },
  inspection: { zh: '劳动监察', en: 'Labour inspection' },
  'legal-aid': { zh: '工会法律援助', en: 'Union legal aid' },
} as const;
