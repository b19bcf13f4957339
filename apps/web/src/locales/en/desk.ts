import type { desk as zh } from '../zh-CN/desk.js';

export const desk: typeof zh = {
  desk: {
    title: 'Workbench',
    hello: 'Hello, {{name}}',
    today: '{{weekday}}, {{day}}',
    tasks: 'My tasks',
    mine: 'My tasks',
    due: 'Due soon',
    overdue: 'Overdue',
    task: 'Matter',
    next: 'Next step',
    none: { mine: 'Nothing to do', due: 'Nothing runs out soon', overdue: 'Nothing is overdue' },
    noneHint: {
      mine: 'Cases assigned to you, and applications whose next step is yours, appear here. Begin with the quick intake at the right.',
      due: 'What runs out within three working days appears here.',
      overdue: 'What is past its statutory limit appears here.',
    },
    intake: 'Quick intake',
    intakeLabel: 'ID number, phone or name',
    intakeHint: 'Search first: a known person’s record opens, an unknown one is registered.',
    imports: 'Imports running',
    importing: 'Importing',
    months: 'The last 12 months',
    monthsText: 'In the last 12 months: {{disputes}} disputes, {{petitions}} petitions',
    disputes: 'Disputes',
    petitions: 'Petitions',
    noMonths: 'Nothing to count yet',
    noMonthsHint: 'Once cases are registered or ledgers imported, the months stand here.',
  },
};
