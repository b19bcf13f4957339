/** The levels of the union tree, service sites and mediation bodies, in words. */
export const organisationKindWords = {
  city: { zh: '市总工会', en: 'City federation' },
  district: { zh: '市(区)总工会', en: 'District federation' },
  bureau: { zh: '局(公司)工会', en: 'Bureau or company union' },
  town: { zh: '镇(街道、开发区)工会', en: 'Town or sub-district union' },
  community: { zh: '村(社区)工会', en: 'Village or community union' },
  industry: { zh: '行业工会', en: 'Industry union' },
  enterprise: { zh: '基层工会', en: 'Enterprise union' },
} as const;

export const siteKindWords = {
  centre: { zh: '帮扶中心', en: 'Centre' },
  station: { zh: '帮扶站', en: 'Station' },
  point: { zh: '帮扶点', en: 'Point' },
} as const;

export const mediationBodyKinds = {
  enterprise: { zh: '企业劳动争议调解委员会', en: 'Enterprise committee' },
  institution: { zh: '事业单位调解委员会', en: 'Institution committee' },
  regional: { zh: '区域性、行业性调解组织', en: 'Regional or industry body' },
  people: { zh: '人民调解组织', en: 'People’s mediation body' },
  township: { zh: '乡镇、街道调解组织', en: 'Township body' },
} as const;

export const mediationBodyStatuses = {
  preparing: { zh: '筹建', en: 'Preparing' },
  listed: { zh: '在册', en: 'Listed' },
  withdrawn: { zh: '撤销', en: 'Withdrawn' },
} as const;
