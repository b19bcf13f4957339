import { DatePicker, Form, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { RequestReport } from '#contract/reports';
import { requestReport } from '../../api/reports.js';
import { useMe } from '../../api/use-me.js';
import { ActionForm } from '../../kit/ActionForm.js';
import { Field } from '../../kit/Field.js';
import { todayInChina } from '../../kit/formats.js';
import { choices, useWords } from '../../kit/words.js';
import { OrganisationSelect } from '../organisations/OrganisationSelect.js';
import { reportKinds } from './report-codes.js';

interface Props {
  onClose: () => void;
  onMade: (id: string) => void;
}

/** Asking again for the same period makes the same report anew. */
export function RequestReportForm({ onClose, onMade }: Props) {
  const { t, language } = useWords();
  const me = useMe();
  const lastMonth = dayjs(todayInChina()).subtract(1, 'month').format('YYYY-MM');
  return (
    <ActionForm
      title={t('reports.request')}
      schema={RequestReport}
      initial={{ kind: 'month', period: lastMonth, organisationId: me.data?.organisationId }}
      // The picker keeps a month in hand when 年报 is chosen: the year of it is meant.
      submit={(body, key) => requestReport({ ...body, period: body.period.slice(0, body.kind === 'year' ? 4 : 7) }, key)}
      forget={['report']}
      onDone={({ id }) => onMade(id)}
      onClose={onClose}
      submitLabel={t('reports.make')}
      width={460}
    >
      <Field name="kind" label={t('fields.kind')} span={5}>
        <Radio.Group optionType="button" options={choices(reportKinds, language)} />
      </Field>
      <Field name="period" label={t('reports.period')} span={7}>
        <PeriodPicker />
      </Field>
      <Field name="organisationId" label={t('fields.organisation')}>
        <OrganisationSelect label={t('fields.organisation')} />
      </Field>
    </ActionForm>
  );
}

function PeriodPicker({ id, value, onChange }: { id?: string; value?: string; onChange?: (period: string | null) => void }) {
  const kind = Form.useWatch('kind', Form.useFormInstance()) as 'month' | 'year' | undefined;
  const form = kind === 'year' ? 'YYYY' : 'YYYY-MM';
  return (
    <DatePicker
      {...(id && { id })}
      picker={kind ?? 'month'}
      allowClear={false}
      format={form}
      style={{ width: '100%' }}
      value={value ? dayjs(value.length === 4 ? `${value}-01` : value) : null}
      onChange={(at: Dayjs | null) => onChange?.(at?.format(form) ?? null)}
    />
  );
}
