import type { HardshipRecord } from '#contract/hardship';
import type { Voucher } from './sheet.js';

/** Every paper on the file can prove a line. */
export const vouchersOf = ({ attachments }: HardshipRecord): Voucher[] => attachments.map(({ id, fileName }) => ({ id, name: fileName }));
