import type * as C from '#contract/elsewhere';
import { changing, doing, listing } from './operation.js';

export const askElsewhereOfPerson = changing<typeof C.AskElsewhere, typeof C.ElsewhereAnswer>((id) => `/people/${id}/elsewhere-questions`);
export const askElsewhereOfFile = doing<typeof C.ElsewhereAnswer>((id) => `/hardship-files/${id}/elsewhere-questions`);
export const findElsewhereQuestions = listing<typeof C.FindElsewhereQuestions, typeof C.ElsewherePage>('/elsewhere-questions');
