/** What a case of each status waits for, in the words of a task list; nothing where it waits for nobody here. */
import type { Label } from '../shared/label.js';
import type { DisputeStatus } from './dispute-lifecycle.js';

const close: Label = { zh: '结案', en: 'Close' };

export const disputeNextStep: Readonly<Partial<Record<DisputeStatus, Label>>> = {
  registered: { zh: '登记调解申请或转出', en: 'Record the application, or transfer' },
  consulting: { zh: '登记协商结果', en: 'Record the consultation' },
  applied: { zh: '受理或不予受理', en: 'Accept or refuse' },
  consent_pending: { zh: '受理或不予受理', en: 'Accept or refuse' },
  accepted: { zh: '指派调解员', en: 'Assign a mediator' },
  assigned: { zh: '通知双方并开始调解', en: 'Tell the parties and begin' },
  mediating: { zh: '调解并登记结果', en: 'Mediate and record the result' },
  extended: { zh: '调解并登记结果', en: 'Mediate and record the result' },
  agreed_pending: { zh: '签署协议', en: 'Have the agreement signed' },
  agreement_effective: close,
  performed: close,
  failed: close,
  refused: close,
  withdrawn: close,
  settled_privately: close,
  terminated: close,
  transferred: close,
};
