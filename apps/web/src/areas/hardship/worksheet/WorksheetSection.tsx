import { Button, Select } from 'antd';
import { useState } from 'react';
import type { HardshipRecord } from '#contract/hardship';
import { startWorksheet } from '../../../api/hardship.js';
import { asProblem } from '../../../api/problem.js';
import { useCan } from '../../../api/use-me.js';
import { EmptyState } from '../../../kit/EmptyState.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { Section } from '../../../kit/Section.js';
import { StatusTag, type Tone } from '../../../kit/StatusTag.js';
import { useSubmit } from '../../../kit/use-submit.js';
import { useWords } from '../../../kit/words.js';
import { currentWorksheet } from '../file-checklist.js';
import type { FilePartProps } from '../file-parts.js';
import type { Typed } from '../eligibility/use-live-assessment.js';
import type { Sheet } from './sheet.js';
import { WorksheetEditor } from './WorksheetEditor.js';
import { WorksheetPaper } from './WorksheetPaper.js';

const tones: Readonly<Record<Sheet['status'], Tone>> = { draft: 'new', signed: 'waiting', checked: 'good', dropped: 'done' };

interface Props extends FilePartProps {
  /** What is typed goes into the live verdict before it is saved. */
  onTyped: (typed: Typed) => void;
}

/** 测算表: the sheet that is in work, or the one that counts; older ones can be looked at. */
export function WorksheetSection({ file, onReload, onTyped }: Props) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const sheets = [...file.worksheets].sort((a, b) => b.number - a.number);
  const sheet = sheets.find(({ id }) => id === chosen) ?? currentWorksheet(sheets);
  const inWork = sheets.some(({ status }) => status === 'draft' || status === 'signed');
  return (
    <Section
      title={t('worksheet.title')}
      flush
      tools={
        <span>
          {sheets.length > 1 && (
            <Select
              size="small"
              aria-label={t('worksheet.which')}
              value={sheet?.id ?? null}
              onChange={setChosen}
              popupMatchSelectWidth={false}
              options={sheets.map(({ id, number, status }) => ({
                value: id,
                label: t('worksheet.numbered', { number, status: t(`worksheet.states.${status}`) }),
              }))}
            />
          )}{' '}
          {sheet && <StatusTag tone={tones[sheet.status]}>{t(`worksheet.states.${sheet.status}`)}</StatusTag>}
        </span>
      }
    >
      {!sheet && <NoSheet file={file} onStart={setChosen} />}
      {sheet?.status === 'draft' && sheet.sheet && (
        <WorksheetEditor key={sheet.id} file={file} sheet={sheet} onReload={onReload} onTyped={onTyped} />
      )}
      {sheet && !(sheet.status === 'draft' && sheet.sheet) && <WorksheetPaper file={file} sheet={sheet} onReload={onReload} />}
      {sheet && !inWork && <StartAnother file={file} onStart={setChosen} />}
    </Section>
  );
}

interface StartProps {
  file: HardshipRecord;
  onStart: (id: string | null) => void;
}

function NoSheet({ file, onStart }: StartProps) {
  const { t } = useWords();
  return (
    <EmptyState
      mark="算"
      title={t('worksheet.none')}
      hint={t('worksheet.noneHint')}
      action={<StartAnother file={file} onStart={onStart} />}
    />
  );
}

function StartAnother({ file, onStart }: StartProps) {
  const { t, language } = useWords();
  const can = useCan();
  const starting = useSubmit((_: null, key: string) => startWorksheet(file.id, {}, key), {
    forget: ['hardship-file'],
    onDone: () => onStart(null),
  });
  const action = file.actions.find(({ name }) => name === 'startWorksheet');
  if (!action || !can('hardship.record')) return null;
  const first = file.worksheets.length === 0;
  return (
    <div style={{ padding: first ? 0 : 12 }}>
      <Button
        type={first ? 'primary' : 'default'}
        size={first ? 'middle' : 'small'}
        disabled={!action.allowed}
        loading={starting.isPending}
        onClick={() => starting.mutate(null)}
      >
        {t(first ? 'worksheet.start' : 'worksheet.startAnother')}
      </Button>
      {!action.allowed && <p className="soft">{action[language]}</p>}
      {starting.error && <ProblemNotice problem={asProblem(starting.error)} />}
    </div>
  );
}
