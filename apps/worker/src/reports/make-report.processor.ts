import { makeReport } from '#casework/reports/make-report';
import { makeReport as job } from '#jobs/reports';
import { handles } from '../handlers.js';

export const makeReportHandler = handles(job, makeReport);
