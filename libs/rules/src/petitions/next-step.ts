/** What a petition of each status waits for, in the words of a task list. */
import type { Label } from '../shared/label.js';
import type { PetitionStatus } from './petition-lifecycle.js';

export const petitionNextStep: Readonly<Partial<Record<PetitionStatus, Label>>> = {
  registered: { zh: '甄别：受理、转送、并案或告知', en: 'Sort: accept, refer, merge or decline' },
  accepted: { zh: '确定承办人并开始办理', en: 'Name who handles it and begin' },
  handling: { zh: '办理并答复', en: 'Handle and reply' },
  extended: { zh: '办理并答复', en: 'Handle and reply' },
  replied: { zh: '复查期满或信访人认可后办结', en: 'Close when the time for review is over or the reply is accepted' },
  assigned_out: { zh: '收到办结报告后办结', en: 'Close when the report is back' },
  not_accepted: { zh: '办结', en: 'Close' },
  referred: { zh: '办结', en: 'Close' },
  merged: { zh: '办结', en: 'Close' },
};
