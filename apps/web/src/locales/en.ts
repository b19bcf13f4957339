import { access } from './en/access.js';
import { candidates } from './en/candidates.js';
import { desk } from './en/desk.js';
import { disputes } from './en/disputes.js';
import { frame } from './en/frame.js';
import { hardship } from './en/hardship.js';
import { hardshipFile } from './en/hardship-file.js';
import { imports } from './en/imports.js';
import { organisations } from './en/organisations.js';
import { papers } from './en/papers.js';
import { people } from './en/people.js';
import { petitions } from './en/petitions.js';
import { policy } from './en/policy.js';
import { reviews } from './en/reviews.js';
import { reports } from './en/reports.js';
import { system } from './en/system.js';
import { visits } from './en/visits.js';

import type { zhCN } from './zh-CN.js';

export const en: typeof zhCN = {
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
