import { Select } from 'antd';
import { useId, useState } from 'react';
import type { HardshipRecord } from '#contract/hardship';
import { attachmentKinds, type AttachmentKind } from '#rules/documents/attachment-kinds';
import { acceptedExtensions } from '#rules/documents/file-types';
import { addAttachment, type NewPaper } from '../../../api/attachments.js';
import { asProblem } from '../../../api/problem.js';
import { FileDrop } from '../../../kit/FileDrop.js';
import { ProblemNotice } from '../../../kit/ProblemNotice.js';
import { useSubmit } from '../../../kit/use-submit.js';
import { choices, useWords } from '../../../kit/words.js';
import { memberName } from '../household/member-name.js';
import styles from './papers.module.css';

/** First what it is and whose, then the file: what is dropped goes up at once. */
export function AddPaper({ file }: { file: HardshipRecord }) {
  const words = useWords();
  const { t, language } = words;
  const [kind, setKind] = useState<AttachmentKind>('id-card');
  const [personId, setPersonId] = useState<string>();
  const [kindLabel, personLabel] = [useId(), useId()];
  const sending = useSubmit((paper: NewPaper, key) => addAttachment(file.id, paper, key), { forget: ['hardship-file'] });
  return (
    <div className={styles['add']}>
      <div className={styles['about']}>
        <label id={kindLabel} htmlFor={`${kindLabel}-input`}>
          {t('papers.kind')}
        </label>
        <Select
          id={`${kindLabel}-input`}
          showSearch={{ optionFilterProp: 'label' }}
          value={kind}
          onChange={setKind}
          options={choices(attachmentKinds, language) as { value: AttachmentKind; label: string }[]}
        />
        <label id={personLabel} htmlFor={`${personLabel}-input`}>
          {t('papers.person')}
        </label>
        <Select
          id={`${personLabel}-input`}
          allowClear
          value={personId ?? null}
          placeholder={t('papers.household')}
          onChange={(chosen: string | null) => setPersonId(chosen ?? undefined)}
          options={file.members.map((member) => ({ value: member.personId, label: memberName(member, words) }))}
        />
      </div>
      <FileDrop
        accept={acceptedExtensions.join(',')}
        title={sending.isPending ? t('papers.uploading') : t('papers.drop')}
        hint={t('papers.dropHint')}
        busy={sending.isPending}
        onFile={(chosen) => sending.mutate({ kind, personId, name: chosen.name, size: chosen.size, file: chosen })}
      />
      <ProblemNotice problem={sending.error ? asProblem(sending.error) : null} className={styles['problem']} />
    </div>
  );
}
