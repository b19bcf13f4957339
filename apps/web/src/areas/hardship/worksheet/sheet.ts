import type { HardshipRecord } from '#contract/hardship';

/** One sheet of the file, as the record answers it. */
export type Sheet = HardshipRecord['worksheets'][number];
export interface SheetMember {
  id: string;
  name: string;
}
/** A paper on the file that can stand behind a line. */
export interface Voucher {
  id: string;
  name: string;
}
