import { Button } from 'antd';
import type { ReactNode } from 'react';
import { DeleteOutlined } from '@ant-design/icons';
import { frequencies, type Frequency } from '#rules/hardship/worksheet/worksheet-kinds';
import { formatYuan, parseYuan } from '#rules/shared/money';
import { choices, useWords } from '../../../kit/words.js';
import { isBlank, itemGroups, itemLabel, readLine, withItem, yearOf, type DraftLine } from './draft-lines.js';
import type { SheetMember, Voucher } from './sheet.js';
import styles from './worksheet.module.css';

interface Props {
  number: number;
  line: DraftLine;
  members: readonly SheetMember[];
  vouchers: readonly Voucher[];
  /** Its voucher stands behind another line too. */
  shared: boolean;
  evidence?: ((voucherId: string) => ReactNode) | undefined;
  onChange?: ((line: DraftLine) => void) | undefined;
  onRemove?: (() => void) | undefined;
}

/** One line: whose, what, how much, how often, and the paper that proves it. */
export function WorksheetRow({ number, line, members, vouchers, shared, evidence, onChange, onRemove }: Props) {
  const { t, say, language } = useWords();
  const year = yearOf(line);
  const wrong = !isBlank(line) && readLine(line) === undefined;
  const named = (what: string): string => t('worksheet.ofLine', { what, number });
  if (!onChange) return <ReadRow line={line} members={members} evidence={evidence} year={year} />;
  const set = (changes: Partial<DraftLine>): void => onChange({ ...line, ...changes });
  const settle = (): void => {
    const read = parseYuan(line.amount);
    if (read !== undefined) set({ amount: formatYuan(read) });
  };
  return (
    <div className={styles['row']} data-line={line.id} data-side={line.item.split('/')[0]} data-wrong={wrong}>
      <select aria-label={named(t('worksheet.member'))} value={line.memberId} onChange={(event) => set({ memberId: event.target.value })}>
        {members.map((member) => (
          <option key={member.id} value={member.id}>
            {member.name}
          </option>
        ))}
      </select>
      <select aria-label={named(t('worksheet.item'))} value={line.item} onChange={(event) => onChange(withItem(line, event.target.value))}>
        {itemGroups.map(({ side, items }) => (
          <optgroup key={side} label={t(`worksheet.sides.${side}`)}>
            {items.map((item) => (
              <option key={item.value} value={item.value}>
                {say(item.label)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <input
        aria-label={named(t('worksheet.amount'))}
        aria-invalid={wrong}
        inputMode="decimal"
        value={line.amount}
        maxLength={20}
        onChange={(event) => set({ amount: event.target.value })}
        onBlur={settle}
      />
      <select
        aria-label={named(t('worksheet.frequency'))}
        value={line.frequency}
        onChange={(event) => set({ frequency: event.target.value as Frequency, months: '' })}
      >
        {choices(frequencies, language).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <input
        aria-label={named(t('worksheet.months'))}
        inputMode="numeric"
        value={line.frequency === 'monthly' ? line.months : ''}
        placeholder={line.frequency === 'monthly' ? '12' : '—'}
        disabled={line.frequency !== 'monthly'}
        maxLength={2}
        onChange={(event) => set({ months: event.target.value.replace(/\D/g, '') })}
      />
      <output className="number">{year === null ? '—' : formatYuan(year)}</output>
      <input
        aria-label={named(t('worksheet.voucher'))}
        data-state={line.voucherId === null ? 'missing' : shared ? 'shared' : 'there'}
        data-text="true"
        list={`vouchers-${line.id}`}
        value={vouchers.find(({ id }) => id === line.voucherId)?.name ?? line.voucherId ?? ''}
        placeholder={t('worksheet.noVoucher')}
        maxLength={64}
        onChange={(event) => set({ voucherId: voucherMeant(event.target.value, vouchers) })}
      />
      <datalist id={`vouchers-${line.id}`}>
        {vouchers.map((voucher) => (
          <option key={voucher.id} value={voucher.name} />
        ))}
      </datalist>
      <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} aria-label={named(t('worksheet.remove'))} onClick={onRemove} />
    </div>
  );
}

/** A paper on the file by its name, or the number of one that is kept elsewhere. */
function voucherMeant(text: string, vouchers: readonly Voucher[]): string | null {
  return vouchers.find(({ name }) => name === text)?.id ?? (text === '' ? null : text);
}

type ReadProps = Pick<Props, 'line' | 'members' | 'evidence'> & { year: number | null };

function ReadRow({ line, members, evidence, year }: ReadProps) {
  const { t, say, label } = useWords();
  const item = itemLabel(line.item);
  return (
    <div className={styles['row']} data-side={line.item.split('/')[0]}>
      <span>{members.find(({ id }) => id === line.memberId)?.name ?? '—'}</span>
      <span>{item ? say(item) : '—'}</span>
      <span className={styles['money']}>{line.amount}</span>
      <span>{label(frequencies, line.frequency)}</span>
      <span className={styles['money']}>{line.frequency === 'monthly' ? line.months || '12' : '—'}</span>
      <output className="number">{year === null ? '—' : formatYuan(year)}</output>
      <span data-state={line.voucherId === null ? 'missing' : 'there'}>
        {line.voucherId === null ? t('worksheet.noVoucher') : (evidence?.(line.voucherId) ?? line.voucherId)}
      </span>
      <span />
    </div>
  );
}
