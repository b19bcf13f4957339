/** 市 → 市(区) / 局(公司) → 镇(街道、开发区) → 村(社区)、行业、基层; a level may be skipped downwards but never climbed. */
const LEVEL = { city: 0, district: 1, bureau: 1, town: 2, community: 3, industry: 3, enterprise: 4 } as const;
export type OrganisationKind = keyof typeof LEVEL;
export const organisationKinds = Object.keys(LEVEL) as [OrganisationKind, ...OrganisationKind[]];
export const mayStandBelow = (child: OrganisationKind, parent: OrganisationKind): boolean => LEVEL[child] > LEVEL[parent];
/** Only these can be made right below it; below an enterprise's union there is nothing. */
export const kindsBelow = (parent: OrganisationKind): OrganisationKind[] => organisationKinds.filter((kind) => mayStandBelow(kind, parent));
