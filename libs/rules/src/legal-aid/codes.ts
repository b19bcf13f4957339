/** The code lists of legal services and legal-aid cases. */
import type { Label } from '../shared/label.js';

/** Forms of service of the union rule of 2008; representation makes a case (宗), the others a service (件). */
export const legalAidForms = {
  publicity: { zh: '普法宣传', en: 'Legal publicity' },
  advice: { zh: '法律咨询', en: 'Advice' },
  drafting: { zh: '代写法律文书', en: 'Drafting documents' },
  negotiation: { zh: '参与协商、调解', en: 'Negotiation and mediation' },
  arbitration: { zh: '仲裁代理', en: 'Representation in arbitration' },
  litigation: { zh: '诉讼代理', en: 'Representation in court' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>;
export type LegalAidForm = keyof typeof legalAidForms;
