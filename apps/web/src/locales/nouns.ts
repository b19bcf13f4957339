import type { Language } from './i18n.js';

/** What the things of this product are called, by the noun that the server uses for them. */
const nouns: Readonly<Record<string, { zh: string; en: string }>> = {
  person: { zh: '职工', en: 'People' },
  employer: { zh: '用人单位', en: 'Employers' },
  organisation: { zh: '组织机构', en: 'Organisations' },
  user: { zh: '用户', en: 'Users' },
  dispute: { zh: '劳动争议', en: 'Disputes' },
  petition: { zh: '信访', en: 'Petitions' },
  'mass-incident': { zh: '群体性事件', en: 'Mass incidents' },
  'hardship-file': { zh: '困难档案', en: 'Hardship files' },
  disbursement: { zh: '发放记录', en: 'Payments' },
  'legal-aid-matter': { zh: '法律援助', en: 'Legal aid' },
  'mediation-body': { zh: '调解组织', en: 'Mediation bodies' },
  candidate: { zh: '应帮未帮线索', en: 'Candidates' },
  policy: { zh: '规则草案', en: 'Drafts of rules' },
  import: { zh: '台账导入', en: 'Imports' },
  report: { zh: '分析报告', en: 'Reports' },
  'service-site': { zh: '服务站点', en: 'Service sites' },
  household: { zh: '家庭', en: 'Households' },
};
const aliases: Readonly<Record<string, string>> = { hardship: 'hardship-file', 'legal-aid': 'legal-aid-matter' };

export function nounWord(noun: string, language: Language): string {
  const name = noun.replaceAll('_', '-');
  return (nouns[aliases[name] ?? name] ?? { zh: '其他', en: 'Other' })[language];
}
