import type { FileStatus } from '#rules/hardship/file-lifecycle';
import type { CertificateStatus } from '#rules/hardship/certificates/certificate-lifecycle';
import type { Tone } from '../../kit/StatusTag.js';

export const fileTones: Readonly<Record<FileStatus, Tone>> = {
  draft: 'new',
  submitted: 'waiting',
  sent_back: 'bad',
  prelim_ok: 'going',
  visited: 'going',
  verifying: 'waiting',
  verified: 'going',
  reviewed: 'going',
  notice: 'waiting',
  objected: 'bad',
  approved: 'good',
  active: 'good',
  under_review: 'going',
  class_notice: 'waiting',
  class_objected: 'bad',
  exit_notice: 'waiting',
  exit_objected: 'bad',
  lifted: 'done',
  exited_other: 'done',
  transferred: 'done',
  returned: 'done',
  refused: 'done',
  withdrawn: 'done',
};

export const certificateTones: Readonly<Record<CertificateStatus, Tone>> = {
  valid: 'good',
  lapsed: 'bad',
  lost: 'bad',
  replaced: 'done',
  cancelled: 'done',
};
