import { Button } from 'antd';
import type { HardshipRecord } from '#contract/hardship';
import { useEffect, useMemo, useState } from 'react';
import { checkWorksheet as judgeSheet, computeWorksheet, type WorksheetLine } from '#rules/hardship/worksheet/worksheet';
import { partOf, saveWorksheet } from '../../../api/hardship.js';
import { asProblem } from '../../../api/problem.js';
import { ActionButton } from '../../../kit/ActionButton.js';
import { Notice } from '../../../kit/Notice.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { useLeaveGuard } from '../../../kit/use-leave-guard.js';
import { useShortcut } from '../../../kit/use-shortcut.js';
import { useSubmit } from '../../../kit/use-submit.js';
import { useWords } from '../../../kit/words.js';
import { draftOf, emptyLine, isBlank, readLine, type DraftLine } from './draft-lines.js';
import type { FilePartProps } from '../file-parts.js';
import { memberName } from '../household/member-name.js';
import type { Typed } from '../eligibility/use-live-assessment.js';
import { vouchersOf } from './vouchers.js';
import { DropWorksheetForm, SignWorksheetForm } from './WorksheetForms.js';
import { WorksheetGrid } from './WorksheetGrid.js';
import type { Sheet } from './sheet.js';
import { WorksheetSums } from './WorksheetSums.js';
import styles from './worksheet.module.css';

interface Props extends FilePartProps {
  sheet: Sheet;
  onTyped: (typed: Typed) => void;
}

/** The sheet in work: totals and verdict follow the typing, Ctrl+S saves, and nothing is sent that cannot be read. */
export function WorksheetEditor({ file, sheet, onReload, onTyped }: Props) {
  const words = useWords();
  const { t, language } = words;
  const members = file.members.map((member) => ({ id: member.id, name: memberName(member, words) }));
  const [lines, setLines] = useState<readonly DraftLine[]>(() => firstLines(sheet, file.members));
  const [unsaved, setUnsaved] = useState(false);
  const guard = useLeaveGuard();
  const read = useMemo(() => lines.filter((line) => !isBlank(line)).map(readLine), [lines]);
  const whole = read.every((line) => line !== undefined);
  const known = read.filter((line): line is WorksheetLine => line !== undefined);
  const memberIds = members.map(({ id }) => id);
  const totals = memberIds.length > 0 ? computeWorksheet({ memberIds, lines: known }) : null;
  const refusal = judgeSheet({ memberIds, lines: known });

  const text = JSON.stringify(known);
  useEffect(() => onTyped(unsaved ? { lines: JSON.parse(text) as WorksheetLine[] } : {}), [onTyped, unsaved, text]);
  const change = (next: readonly DraftLine[]): void => {
    setLines(next);
    setUnsaved(true);
    guard.hold();
  };
  const saving = useSubmit(
    (body: WorksheetLine[], key: string) =>
      saveWorksheet(partOf(file.id, 'worksheets', sheet.id), { version: sheet.version, lines: body }, key),
    {
      forget: ['hardship-file'],
      onDone: () => {
        setUnsaved(false);
        guard.release();
      },
    },
  );
  const save = (): void => {
    if (whole && !saving.isPending) saving.mutate(known);
  };
  useShortcut({ key: 's', control: true }, save);
  const dialog = { file, sheet, onReload };
  return (
    <>
      {sheet.householdChanged && (
        <div className={styles['notice']}>
          <Notice tone="warning">{t('worksheet.householdChanged')}</Notice>
        </div>
      )}
      <WorksheetGrid members={members} vouchers={vouchersOf(file)} lines={lines} totals={totals} onChange={change} />
      {totals && <WorksheetSums totals={totals} members={members} />}
      <div className={styles['foot']}>
        <ProblemNotice problem={saving.error ? asProblem(saving.error) : null} onReload={onReload} />
        {!whole && <span className={styles['fault']}>{t('worksheet.unreadable')}</span>}
        {whole && refusal && <span className={styles['fault']}>{refusal.sentence(language)}</span>}
        <span className="soft">{t(unsaved ? 'worksheet.unsaved' : 'worksheet.saved', { from: sheet.periodFrom, to: sheet.periodTo })}</span>
        <Button
          type={unsaved ? 'primary' : 'default'}
          disabled={!unsaved || !whole}
          loading={saving.isPending}
          onClick={save}
          title="Ctrl+S"
        >
          {t('worksheet.save')}
        </Button>
        {!unsaved && (
          <ActionButton
            actions={sheet.actions}
            name="signWorksheet"
            label={t('worksheet.sign')}
            primary
            small={false}
            form={(close) => <SignWorksheetForm {...dialog} onClose={close} />}
          />
        )}
        <ActionButton
          actions={sheet.actions}
          name="dropWorksheet"
          label={t('worksheet.drop')}
          small={false}
          form={(close) => <DropWorksheetForm {...dialog} onClose={close} />}
        />
      </div>
      {guard.question}
    </>
  );
}

/** A new sheet offers the income of each adult, so that nobody is forgotten. */
function firstLines(sheet: Sheet, members: HardshipRecord['members']): DraftLine[] {
  const kept = sheet.sheet?.lines ?? [];
  return kept.length > 0
    ? kept.map((line) => draftOf(line as WorksheetLine))
    : members.filter(({ consentsNeeded }) => consentsNeeded.includes('verification')).map(({ id }) => emptyLine(id));
}
