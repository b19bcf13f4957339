import { lapseCertificates } from '#casework/hardship/certificates/lapse-certificates';
import { lapseCertificates as job } from '#jobs/certificates';
import { handles } from '../handlers.js';

export const lapseCertificatesHandler = handles(job, async (work) => {
  await lapseCertificates(work);
});
