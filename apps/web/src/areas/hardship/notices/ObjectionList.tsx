import { Button } from 'antd';
import { useState } from 'react';
import type { HardshipRecord } from '#contract/hardship';
import { partOf } from '../../../api/hardship.js';
import { readObjection } from '../../../api/hardship-moves.js';
import { asProblem } from '../../../api/problem.js';
import { useCan } from '../../../api/use-me.js';
import { ActionButton } from '../../../kit/ActionButton.js';
import { Facts } from '../../../kit/Facts.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { StatusTag } from '../../../kit/StatusTag.js';
import { useWords } from '../../../kit/words.js';
import { DecideObjectionForm } from '../moves/DecideObjectionForm.js';
import type { FilePartProps } from '../file-parts.js';
import styles from '../hardship.module.css';

type Notice = HardshipRecord['notices'][number];
type Objection = Notice['objections'][number];
type Text = Awaited<ReturnType<typeof readObjection>>;

/** That somebody objected is seen by all who see the file; what they said only by those who check it. */
export function ObjectionList({ file, notice, onReload }: FilePartProps & { notice: Notice }) {
  const { t } = useWords();
  if (notice.objections.length === 0) return <p className="soft">{t('objections.none')}</p>;
  return (
    <ul className={styles['objections']}>
      {notice.objections.map((objection) => (
        <OneObjection key={objection.id} file={file} objection={objection} onReload={onReload} />
      ))}
    </ul>
  );
}

function OneObjection({ file, objection, onReload }: FilePartProps & { objection: Objection }) {
  const { t } = useWords();
  const can = useCan();
  const [text, setText] = useState<Text | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const open = objection.decidedOn === null;
  const outcome = open ? t('objections.open') : t(objection.upheld ? 'objections.upheld' : 'objections.dismissed');
  return (
    <li>
      <p>
        <strong>{t('objections.on', { day: objection.objectedOn })}</strong>{' '}
        <StatusTag tone={open ? 'bad' : objection.upheld ? 'waiting' : 'done'}>{outcome}</StatusTag>
        {!open && <span className="soft"> {t('objections.decidedBy', { name: objection.decidedByName, day: objection.decidedOn })}</span>}
      </p>
      {can('hardship.review') && text === null && (
        <Button
          size="small"
          onClick={() =>
            void readObjection(partOf(file.id, 'objections', objection.id))
              .then(setText)
              .catch(setProblem)
          }
        >
          {t('objections.read')}
        </Button>
      )}{' '}
      {open && can('hardship.review') && (
        <ActionButton
          actions={file.actions}
          name="decideObjection"
          label={t('objections.decide')}
          primary
          form={(close) => <DecideObjectionForm file={file} objectionId={objection.id} onReload={onReload} onClose={close} />}
        />
      )}
      {problem !== null && <ProblemNotice problem={asProblem(problem)} />}
      {text && (
        <Facts
          facts={[
            { label: t('objections.objector'), value: text.objector ?? t('objections.unnamed') },
            { label: t('objections.content'), value: text.content, wide: true },
            text.finding !== null && { label: t('objections.finding'), value: text.finding, wide: true },
          ]}
        />
      )}
    </li>
  );
}
