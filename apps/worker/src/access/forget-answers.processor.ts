import { forgetAnswers } from '#casework/access/forget-answers';
import { forgetAnswers as job } from '#jobs/access';
import { handles } from '../handlers.js';

export const forgetAnswersHandler = handles(job, async (work) => void (await forgetAnswers(work)));
