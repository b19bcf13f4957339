import type { PetitionStatus } from '#rules/petitions/petition-lifecycle';
import type { Tone } from '../../kit/StatusTag.js';

export const petitionTones: Readonly<Record<PetitionStatus, Tone>> = {
  registered: 'new',
  accepted: 'going',
  not_accepted: 'done',
  referred: 'waiting',
  assigned_out: 'waiting',
  merged: 'done',
  handling: 'going',
  extended: 'waiting',
  replied: 'good',
  review: 'waiting',
  reviewed: 'good',
  recheck: 'waiting',
  final: 'done',
  closed: 'done',
  archived: 'done',
};
