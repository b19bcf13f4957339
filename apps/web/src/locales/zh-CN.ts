import { access } from './zh-CN/access.js';
import { candidates } from './zh-CN/candidates.js';
import { desk } from './zh-CN/desk.js';
import { disputes } from './zh-CN/disputes.js';
import { frame } from './zh-CN/frame.js';
import { hardship } from './zh-CN/hardship.js';
import { hardshipFile } from './zh-CN/hardship-file.js';
import { imports } from './zh-CN/imports.js';
import { organisations } from './zh-CN/organisations.js';
import { papers } from './zh-CN/papers.js';
import { people } from './zh-CN/people.js';
import { petitions } from './zh-CN/petitions.js';
import { policy } from './zh-CN/policy.js';
import { reviews } from './zh-CN/reviews.js';
import { reports } from './zh-CN/reports.js';
import { system } from './zh-CN/system.js';
import { visits } from './zh-CN/visits.js';

/** Every visible sentence in Chinese, the first language; English has to hold the same keys. */
export const zhCN = {
  ...frame,
  ...access,
  ...desk,
  ...papers,
  ...people,
  ...organisations,
  ...disputes,
  ...petitions,
  ...hardship,
  ...hardshipFile,
  ...candidates,
  ...imports,
  ...policy,
  ...reports,
  ...reviews,
  ...system,
  ...visits,
};
