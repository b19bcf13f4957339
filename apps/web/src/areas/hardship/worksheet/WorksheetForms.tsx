import { Input } from 'antd';
import { CheckWorksheet, DropWorksheet, SignWorksheet } from '#contract/worksheets';
import { checkWorksheet, dropWorksheet, partOf, signWorksheet } from '../../../api/hardship.js';
import { ActionForm } from '../../../kit/ActionForm.js';
import { DayInput } from '../../../kit/DayInput.js';
import { Facts } from '../../../kit/Facts.js';
import { Field } from '../../../kit/Field.js';
import { todayInChina } from '../../../kit/formats.js';
import { Money } from '../../../kit/Money.js';
import { useWords } from '../../../kit/words.js';
import type { FileDialogProps } from '../file-parts.js';
import styles from '../hardship.module.css';
import type { Sheet } from './sheet.js';

type Props = FileDialogProps & { sheet: Sheet };

export function SignWorksheetForm({ file, sheet, onClose, onReload }: Props) {
  const { t } = useWords();
  return (
    <ActionForm
      title={t('worksheet.sign')}
      schema={SignWorksheet}
      initial={{ signedOn: todayInChina(), signedBy: t('consents.self') }}
      constants={{ version: sheet.version }}
      submit={(body, key) => signWorksheet(partOf(file.id, 'worksheets', sheet.id), body, key)}
      forget={['hardship-file']}
      onClose={onClose}
      onReload={onReload}
    >
      <div className={styles['wide']}>
        <p>{t('worksheet.signHint')}</p>
        <Sum sheet={sheet} />
      </div>
      <Field name="signedBy" label={t('consents.signedBy')} span={6}>
        <Input maxLength={50} />
      </Field>
      <Field name="signedOn" label={t('consents.signedOn')} span={6}>
        <DayInput latest={todayInChina()} />
      </Field>
    </ActionForm>
  );
}

export function CheckWorksheetForm({ file, sheet, onClose, onReload }: Props) {
  const { t } = useWords();
  return (
    <ActionForm
      title={t('worksheet.check')}
      schema={CheckWorksheet}
      constants={{ version: sheet.version }}
      submit={(body, key) => checkWorksheet(partOf(file.id, 'worksheets', sheet.id), body, key)}
      forget={['hardship-file']}
      onClose={onClose}
      onReload={onReload}
      submitLabel={t('worksheet.checkNow')}
    >
      <div className={styles['wide']}>
        <p>{t('worksheet.checkHint', { name: sheet.createdByName })}</p>
        <Sum sheet={sheet} />
      </div>
    </ActionForm>
  );
}

export function DropWorksheetForm({ file, sheet, onClose, onReload }: Props) {
  const { t } = useWords();
  return (
    <ActionForm
      title={t('worksheet.drop')}
      schema={DropWorksheet}
      constants={{ version: sheet.version }}
      submit={(body, key) => dropWorksheet(partOf(file.id, 'worksheets', sheet.id), body, key)}
      forget={['hardship-file']}
      onClose={onClose}
      onReload={onReload}
      danger
    >
      <Field name="reason" label={t('fields.reason')}>
        <Input.TextArea rows={2} maxLength={200} />
      </Field>
    </ActionForm>
  );
}

function Sum({ sheet }: { sheet: Sheet }) {
  const { t } = useWords();
  if (!sheet.totals) return null;
  return (
    <Facts
      facts={[
        { label: t('worksheet.incomeYear'), value: <Money fen={sheet.totals.incomeYearFen} /> },
        { label: t('worksheet.outlayYear'), value: <Money fen={sheet.totals.outlayYearFen} /> },
        { label: t('worksheet.perCapita'), value: <Money fen={sheet.totals.incomePerCapitaMonthFen} /> },
        { label: t('worksheet.netPerCapita'), value: <Money fen={sheet.totals.netPerCapitaMonthFen} /> },
      ]}
    />
  );
}
