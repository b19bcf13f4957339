export const userStatuses = { active: { zh: '在用', en: 'Active' }, closed: { zh: '停用', en: 'Closed' } } as const;

/** How far a permission reaches, as roles carry it. */
export const reaches = {
  city: { zh: '全市', en: 'Whole city' },
  subtree: { zh: '本级及下级', en: 'Own level and below' },
  organisation: { zh: '本级', en: 'Own level' },
  assigned: { zh: '经办', en: 'Assigned cases' },
} as const;

/** 三员: kept apart from each other and from all business. */
export const officers = {
  system: { zh: '三员 · 系统', en: 'System officer' },
  security: { zh: '三员 · 安全', en: 'Security officer' },
  audit: { zh: '三员 · 审计', en: 'Audit officer' },
} as const;
