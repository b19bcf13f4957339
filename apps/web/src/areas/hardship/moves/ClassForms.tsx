import { Radio } from 'antd';
import type { HardshipRecord } from '#contract/hardship';
import { RaiseClass, RenewFile, ReviewFile } from '#contract/hardship-moves';
import { hardshipClasses, type HardshipClass } from '#rules/hardship/codes';
import { fileMoveLabels } from '#rules/hardship/file-lifecycle';
import { raiseClass, renewFile, reviewFile } from '../../../api/hardship-moves.js';
import { Field } from '../../../kit/Field.js';
import { useWords } from '../../../kit/words.js';
import { classAssessed, classesBeside, classesWithFiles } from './class-choice.js';
import type { FileDialogProps } from '../file-parts.js';
import { MoveForm } from './MoveForm.js';

function ClassField({ classes, file }: { classes: readonly HardshipClass[]; file: HardshipRecord }) {
  const { t, label } = useWords();
  const assessed = classAssessed(file);
  const how = file.assessment?.row.override?.agreedBy ? 'decidedAs' : 'assessedAs';
  return (
    <Field
      name="hardshipClass"
      label={t('hardship.class')}
      extra={assessed ? t(`moves.${how}`, { class: label(hardshipClasses, assessed) }) : t('moves.notAssessed')}
    >
      <Radio.Group options={classes.map((value) => ({ value, label: label(hardshipClasses, value) }))} />
    </Field>
  );
}

/** 复审: the class that the assessment stands for, by another person than those who checked. */
export function ReviewForm(props: FileDialogProps) {
  const { t, say } = useWords();
  return (
    <MoveForm
      {...props}
      title={say(fileMoveLabels.review)}
      hint={<p>{t('moves.hints.review')}</p>}
      schema={ReviewFile}
      initial={{ hardshipClass: classAssessed(props.file) ?? undefined }}
      move={reviewFile}
    >
      <ClassField classes={classesWithFiles(props.file)} file={props.file} />
    </MoveForm>
  );
}

/** 续档: the class stays, unless today’s rules call it by another name. */
export function RenewForm(props: FileDialogProps) {
  const { t, say } = useWords();
  const { file } = props;
  const offered = classesWithFiles(file);
  const renamed = file.hardshipClass !== null && !offered.includes(file.hardshipClass as HardshipClass);
  return (
    <MoveForm {...props} title={say(fileMoveLabels.renew)} hint={<p>{t('moves.hints.renew')}</p>} schema={RenewFile} move={renewFile}>
      {renamed && <ClassField classes={offered} file={file} />}
    </MoveForm>
  );
}

export function RaiseClassForm(props: FileDialogProps) {
  const { t, say } = useWords();
  const graver = classesBeside(props.file, 'graver');
  return (
    <MoveForm
      {...props}
      title={say(fileMoveLabels.raiseClass)}
      hint={<p>{t('moves.hints.raiseClass')}</p>}
      schema={RaiseClass}
      initial={{ hardshipClass: graver.length === 1 ? graver[0] : undefined }}
      move={raiseClass}
    >
      <ClassField classes={graver} file={props.file} />
    </MoveForm>
  );
}
