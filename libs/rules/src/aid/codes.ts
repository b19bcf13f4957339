/** The code lists of payments and gifts. Campaigns and sources of money change from year to year and stay words. */
import type { Label } from '../shared/label.js';

export const programmes = {
  visit: { zh: '走访慰问', en: 'Visits and gifts' },
  'model-worker': { zh: '劳模三金', en: 'Model workers’ three funds' },
  'closed-enterprise-allowance': { zh: '关停企业退休劳模荣誉津贴', en: 'Allowance of retired model workers of closed enterprises' },
} as const satisfies Record<string, Label>;
export type Programme = keyof typeof programmes;

/** Whom a visit went to: wider than the classes of the hardship register. */
export const payeeKinds = {
  severe: { zh: '特困职工', en: 'Severe hardship' },
  ordinary: { zh: '困难职工', en: 'Hardship' },
  migrant: { zh: '困难农民工', en: 'Migrant worker in hardship' },
  illness: { zh: '大病职工', en: 'Seriously ill worker' },
} as const satisfies Record<string, Label>;
export type PayeeKind = keyof typeof payeeKinds;

/** Which level of the union made the visit. */
export const visitLevels = {
  city: { zh: '市级', en: 'City' },
  district: { zh: '市(区)级', en: 'District' },
  town: { zh: '镇(街道)级', en: 'Town' },
} as const satisfies Record<string, Label>;
export type VisitLevel = keyof typeof visitLevels;

export const paymentMethods = {
  card: { zh: '银行卡', en: 'Bank card' },
  cash: { zh: '现金', en: 'Cash' },
} as const satisfies Record<string, Label>;
export type PaymentMethod = keyof typeof paymentMethods;

export const honourLevels = {
  national: { zh: '全国劳动模范', en: 'National' },
  provincial: { zh: '省部级劳动模范', en: 'Provincial' },
  city: { zh: '苏州市劳动模范', en: 'City' },
} as const satisfies Record<string, Label>;
export type HonourLevel = keyof typeof honourLevels;
