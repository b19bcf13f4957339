import { Button, Form, Input, Popconfirm } from 'antd';
import type { z } from 'zod';
import { MergePeople, type PersonRecord } from '#contract/people';
import { mergePeople, undoMerge } from '../../api/people.js';
import { asProblem } from '../../api/problem.js';
import { ActionForm } from '../../kit/ActionForm.js';
import { Field } from '../../kit/Field.js';
import { showInstant } from '../../kit/formats.js';
import { Notice } from '../../kit/Notice.js';
import { ProblemNotice } from '../../kit/ProblemNotice.js';
import { useSubmit } from '../../kit/use-submit.js';
import { useWords } from '../../kit/words.js';
import { PersonField } from './PersonField.js';
import styles from './people.module.css';

type Person = z.infer<typeof PersonRecord>;

/** Joins another record of the same person to this one. Everything of the other moves here and can move back. */
export function MergeForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useWords();
  return (
    <ActionForm
      title={t('people.merge')}
      schema={MergePeople}
      submit={({ mergedId, reason }, key) => mergePeople(person.id, { mergedId, reason }, key)}
      forget={['person', 'dispute', 'petition', 'hardship-file']}
      onClose={onClose}
      submitLabel={t('people.mergeNow')}
    >
      <div style={{ gridColumn: 'span 12', marginBottom: 12 }}>
        <Notice>{t('people.mergeHint', { name: person.name })}</Notice>
      </div>
      <PersonField label={t('people.mergeOther')} nameField="mergedName" idField="mergedId" span={12} required />
      <MustBeKnown />
      <Field name="reason" label={t('fields.reason')}>
        <Input.TextArea rows={2} maxLength={200} />
      </Field>
    </ActionForm>
  );
}

function MustBeKnown() {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const [name, id] = [
    Form.useWatch('mergedName', form) as string | undefined,
    Form.useWatch('mergedId', { form, preserve: true }) as string | null,
  ];
  if (!name || id) return null;
  return <p style={{ gridColumn: 'span 12', marginBottom: 12 }}>{t('people.mergeChoose')}</p>;
}

export function MergeList({ merges, mayUndo }: { merges: Person['merges']; mayUndo: boolean }) {
  const { t } = useWords();
  const undoing = useSubmit((id: string, key) => undoMerge(id, key), { forget: ['person', 'dispute', 'petition', 'hardship-file'] });
  return (
    <div className={styles['stack']}>
      <ProblemNotice problem={undoing.error ? asProblem(undoing.error) : null} />
      {merges.map((merge) => (
        <div key={merge.id} className={styles['card']}>
          <p>
            <span className="number">{showInstant(merge.mergedAt)}</span>
            <span>{merge.reason}</span>
            {merge.undoneAt ? (
              <span className="soft">{t('people.undoneAt', { at: showInstant(merge.undoneAt) })}</span>
            ) : (
              mayUndo && (
                <Popconfirm title={t('people.undoAsk')} okText={t('people.undo')} onConfirm={() => undoing.mutate(merge.id)}>
                  <Button size="small" loading={undoing.isPending}>
                    {t('people.undo')}
                  </Button>
                </Popconfirm>
              )
            )}
          </p>
        </div>
      ))}
    </div>
  );
}
