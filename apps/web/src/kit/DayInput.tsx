import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef } from 'react';

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (day: string | null) => void;
  /** Neither after this day nor before that one can be chosen. */
  latest?: string | undefined;
  earliest?: string | undefined;
  label?: string;
}

const asDay = (at: Dayjs | null): string | null => at?.format('YYYY-MM-DD') ?? null;

/** A date as the contract holds it: text. It can be typed (2026-11-20 or 20261120) or chosen. */
export function DayInput({ id, value, onChange, latest, earliest, label }: Props) {
  const choosing = useRef(false);
  return (
    <DatePicker
      {...(id && { id })}
      {...(label && { 'aria-label': label })}
      style={{ width: '100%' }}
      onOpenChange={(open) => (choosing.current = open)}
      // Enter takes the day that was typed; it must not send a form of which it is only one field.
      onKeyDown={(event) => choosing.current && event.key === 'Enter' && !event.ctrlKey && event.preventDefault()}
      format={['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/MM/DD', 'YYYY.M.D']}
      value={value ? dayjs(value) : null}
      onChange={(at: Dayjs | null) => onChange?.(asDay(at))}
      disabledDate={(at) => {
        const day = at.format('YYYY-MM-DD');
        return (latest !== undefined && day > latest) || (earliest !== undefined && day < earliest);
      }}
    />
  );
}

interface PeriodProps {
  from: string | undefined;
  to: string | undefined;
  onChange: (from: string | undefined, to: string | undefined) => void;
  labels: [string, string];
}

export function PeriodInput({ from, to, onChange, labels }: PeriodProps) {
  return (
    <DatePicker.RangePicker
      value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
      placeholder={labels}
      aria-label={labels.join(' – ')}
      allowEmpty={[true, true]}
      style={{ width: 224 }}
      onChange={(range) => onChange(asDay(range?.[0] ?? null) ?? undefined, asDay(range?.[1] ?? null) ?? undefined)}
    />
  );
}
