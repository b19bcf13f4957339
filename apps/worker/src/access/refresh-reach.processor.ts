import { refreshReach } from '#casework/access/refresh-reach';
import { refreshReach as job } from '#jobs/access';
import { handles } from '../handlers.js';

export const refreshReachHandler = handles(job, refreshReach);
