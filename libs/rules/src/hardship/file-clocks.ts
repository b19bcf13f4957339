/**
 * What the moves of a hardship file do to its clocks: H1 the public notice (公示), H2 the notice before an adverse change,
 * H3 the yearly review. H1 and H2 are a right to object: they lapse by themselves, and the move that waits for it comes after.
 */
import type { ClockEffect, ClockEffects } from '../deadlines/clock-effects.js';
import type { FileMove } from './file-lifecycle.js';

const reviewed: ClockEffect = { meet: ['H3'], start: ['H3'] };

/** An objection stops the clock until it is decided. */
export const fileClockEffects: ClockEffects<FileMove> = {
  submit: {},
  sendBack: {},
  passFirstCheck: {},
  recordVisit: {},
  beginVerification: {},
  recordVerification: {},
  verifyAgain: {},
  review: {},
  refuse: { cancel: ['H1'] },
  openNotice: { start: ['H1'] },
  object: { suspend: ['H1'] },
  dismissObjection: { resume: ['H1'] },
  upholdObjection: { cancel: ['H1'] },
  approve: {},
  activate: { start: ['H3'] },
  withdraw: { cancel: ['H1'] },
  beginReview: {},
  renew: reviewed,
  raiseClass: reviewed,
  // The review is done when it has its result: until then H3 runs on, also through a notice and an objection.
  proposeLower: { start: ['H2'] },
  objectToLower: { suspend: ['H2'] },
  dismissLowerObjection: { resume: ['H2'] },
  upholdLowerObjection: { cancel: ['H2'] },
  lowerClass: reviewed,
  proposeExit: { start: ['H2'] },
  objectToExit: { suspend: ['H2'] },
  dismissExitObjection: { resume: ['H2'] },
  upholdExitObjection: { cancel: ['H2'] },
  withdrawProposal: { cancel: ['H2'] },
  lift: { meet: ['H3'] },
  deregister: { meet: ['H3'] },
  end: { cancel: ['H2', 'H3'] },
  transfer: { cancel: ['H3'] },
  returnToHardship: {},
};
