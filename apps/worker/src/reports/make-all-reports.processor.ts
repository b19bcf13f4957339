import { requestAllReports } from '#casework/reports/request-all-reports';
import { makeAllReports } from '#jobs/reports';
import { handles } from '../handlers.js';

export const makeAllReportsHandler = handles(makeAllReports, async (work, payload) => {
  await requestAllReports(work, payload);
});
