/** What employers are: industries by the sections of GB/T 4754, ownership by the words of the union's statistics. */
import type { Label } from '../shared/label.js';

export const industries = {
  A: { zh: '农、林、牧、渔业', en: 'Agriculture, forestry and fishing' },
  B: { zh: '采矿业', en: 'Mining' },
  C: { zh: '制造业', en: 'Manufacturing' },
  D: { zh: '电力、热力、燃气及水生产和供应业', en: 'Electricity, heat, gas and water' },
  E: { zh: '建筑业', en: 'Construction' },
  F: { zh: '批发和零售业', en: 'Wholesale and retail' },
  G: { zh: '交通运输、仓储和邮政业', en: 'Transport, storage and post' },
  H: { zh: '住宿和餐饮业', en: 'Hotels and catering' },
  I: { zh: '信息传输、软件和信息技术服务业', en: 'Information and software' },
  J: { zh: '金融业', en: 'Finance' },
  K: { zh: '房地产业', en: 'Real estate' },
  L: { zh: '租赁和商务服务业', en: 'Leasing and business services' },
  M: { zh: '科学研究和技术服务业', en: 'Research and technical services' },
  N: { zh: '水利、环境和公共设施管理业', en: 'Water, environment and public facilities' },
  O: { zh: '居民服务、修理和其他服务业', en: 'Resident and repair services' },
  P: { zh: '教育', en: 'Education' },
  Q: { zh: '卫生和社会工作', en: 'Health and social work' },
  R: { zh: '文化、体育和娱乐业', en: 'Culture, sports and entertainment' },
  S: { zh: '公共管理、社会保障和社会组织', en: 'Public administration and social organisations' },
  T: { zh: '国际组织', en: 'International organisations' },
} as const satisfies Record<string, Label>;
export type Industry = keyof typeof industries;

export const ownerships = {
  state: { zh: '国有企业', en: 'State-owned' },
  collective: { zh: '集体企业', en: 'Collective' },
  private: { zh: '私营企业', en: 'Private' },
  shareholding: { zh: '股份制企业', en: 'Shareholding' },
  foreign: { zh: '外商投资企业', en: 'Foreign-invested' },
  'hk-mo-tw': { zh: '港澳台商投资企业', en: 'Hong Kong, Macao or Taiwan-invested' },
  'public-body': { zh: '机关事业单位', en: 'Public body' },
  individual: { zh: '个体工商户', en: 'Individual business' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>;
export type Ownership = keyof typeof ownerships;
