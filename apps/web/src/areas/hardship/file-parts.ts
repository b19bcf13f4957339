import type { HardshipRecord } from '#contract/hardship';

/** What every part of the page and every dialog of it is given. */
export interface FilePartProps {
  file: HardshipRecord;
  onReload: () => void;
}
export interface FileDialogProps extends FilePartProps {
  onClose: () => void;
}
