import { ActionButton } from '../../../kit/ActionButton.js';
import { Notice } from '../../../kit/Notice.js';
import { useWords } from '../../../kit/words.js';
import { draftOf } from './draft-lines.js';
import { EvidenceChip } from '../attachments/EvidenceChip.js';
import type { FilePartProps } from '../file-parts.js';
import { memberName } from '../household/member-name.js';
import { vouchersOf } from './vouchers.js';
import { CheckWorksheetForm, DropWorksheetForm } from './WorksheetForms.js';
import { WorksheetGrid } from './WorksheetGrid.js';
import type { Sheet } from './sheet.js';
import { WorksheetSums } from './WorksheetSums.js';
import type { WorksheetLine } from '#rules/hardship/worksheet/worksheet';
import styles from './worksheet.module.css';

/** A sheet that is signed, checked or dropped: to be read, and to be checked by another than who reckoned. */
export function WorksheetPaper({ file, sheet, onReload }: FilePartProps & { sheet: Sheet }) {
  const words = useWords();
  const { t } = words;
  const members = [...file.members, ...file.formerMembers].map((member) => ({ id: member.id, name: memberName(member, words) }));
  const dialog = { file, sheet, onReload };
  return (
    <>
      {sheet.sheet ? (
        <>
          <WorksheetGrid
            members={members}
            vouchers={vouchersOf(file)}
            lines={sheet.sheet.lines.map((line) => draftOf(line as WorksheetLine))}
            totals={sheet.totals}
            evidence={(voucherId) => <EvidenceChip file={file} voucherId={voucherId} />}
          />
          {sheet.totals && <WorksheetSums totals={sheet.totals} members={members} />}
        </>
      ) : (
        <div className={styles['notice']}>
          <Notice>{t('hardship.sealed')}</Notice>
        </div>
      )}
      <div className={styles['foot']}>
        <span className="soft">
          {t('worksheet.period', { from: sheet.periodFrom, to: sheet.periodTo })} ·{' '}
          {t('worksheet.reckonedBy', { name: sheet.createdByName })}
          {sheet.signedOn && ` · ${t('worksheet.signedBy', { name: sheet.signedBy, day: sheet.signedOn })}`}
          {sheet.checkedByName && ` · ${t('worksheet.checkedBy', { name: sheet.checkedByName })}`}
        </span>
        {sheet.status === 'signed' && (
          <ActionButton
            actions={sheet.actions}
            name="checkWorksheet"
            label={t('worksheet.check')}
            primary
            small={false}
            form={(close) => <CheckWorksheetForm {...dialog} onClose={close} />}
          />
        )}
        {sheet.status === 'signed' && (
          <ActionButton
            actions={sheet.actions}
            name="dropWorksheet"
            label={t('worksheet.drop')}
            small={false}
            form={(close) => <DropWorksheetForm {...dialog} onClose={close} />}
          />
        )}
      </div>
    </>
  );
}
