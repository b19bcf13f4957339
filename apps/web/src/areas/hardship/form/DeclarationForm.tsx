import { PlainAnswers, SealedAnswers } from '#contract/hardship-form';
import type { z } from 'zod';
import { changeFileForm } from '../../../api/hardship.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import formStyles from '../../../kit/form.module.css';
import { Notice } from '../../../kit/Notice.js';
import { useWords } from '../../../kit/words.js';
import { AnswerField } from './AnswerField.js';
import type { FileDialogProps } from '../file-parts.js';
import { entriesOf, plainEntries, sealedEntries } from './form-entries.js';

const Declaration = PlainAnswers.extend(SealedAnswers.shape);

/** 困难职工档案表, one dialog: what stands open and what is kept sealed go to the server apart. */
export function DeclarationForm({ file, onClose, onReload }: FileDialogProps) {
  const { t } = useWords();
  const era = file.formEra;
  return (
    <ActionForm
      title={t('hardship.declaration')}
      schema={Declaration}
      initial={{ ...file.form.plain, ...file.form.sealed }}
      submit={(body, key) => changeFileForm(file.id, { version: file.version, ...parted(body, file.sealedShown) }, key)}
      forget={['hardship-file']}
      onClose={onClose}
      onReload={onReload}
      width={860}
    >
      {entriesOf(plainEntries, era).map((entry) => (
        <AnswerField key={entry.name} entry={entry} era={era} />
      ))}
      {file.sealedShown && (
        <>
          <h3 className={formStyles['group']}>{t('hardship.sealedPart')}</h3>
          {entriesOf(sealedEntries, era).map((entry) => (
            <AnswerField key={entry.name} entry={entry} era={era} />
          ))}
          <div style={{ gridColumn: 'span 12' }}>
            <Notice>{t('hardship.sealedHint')}</Notice>
          </div>
        </>
      )}
    </ActionForm>
  );
}

function parted(
  body: z.input<typeof Declaration>,
  sealedShown: boolean,
): { plain: z.input<typeof PlainAnswers>; sealed?: z.input<typeof SealedAnswers> } {
  const isSealed = (name: string): boolean => name in SealedAnswers.shape;
  const entries = Object.entries(body);
  return {
    plain: Object.fromEntries(entries.filter(([name]) => !isSealed(name))),
    ...(sealedShown && { sealed: Object.fromEntries(entries.filter(([name]) => isSealed(name))) }),
  };
}
