import type { DisputeStatus } from '#rules/disputes/dispute-lifecycle';
import type { Tone } from '../../kit/StatusTag.js';

export const disputeTones: Readonly<Record<DisputeStatus, Tone>> = {
  registered: 'new',
  consulting: 'new',
  applied: 'waiting',
  consent_pending: 'waiting',
  refused: 'done',
  accepted: 'going',
  assigned: 'going',
  mediating: 'going',
  extended: 'waiting',
  agreed_pending: 'waiting',
  agreement_effective: 'good',
  review_pending: 'waiting',
  performing: 'going',
  performed: 'good',
  defaulted: 'bad',
  failed: 'bad',
  withdrawn: 'done',
  settled_privately: 'good',
  terminated: 'done',
  transferred: 'done',
  closed: 'done',
  archived: 'done',
};
