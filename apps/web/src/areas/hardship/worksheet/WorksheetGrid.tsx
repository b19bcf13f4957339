import { Button } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { WorksheetTotals } from '#rules/hardship/worksheet/worksheet';
import { useWords } from '../../../kit/words.js';
import { emptyLine, type DraftLine } from './draft-lines.js';
import type { SheetMember, Voucher } from './sheet.js';
import { WorksheetRow } from './WorksheetRow.js';
import styles from './worksheet.module.css';

interface Props {
  members: readonly SheetMember[];
  vouchers: readonly Voucher[];
  lines: readonly DraftLine[];
  totals: WorksheetTotals | null;
  /** Where nothing is typed: how the paper behind a line is shown. */
  evidence?: ((voucherId: string) => ReactNode) | undefined;
  /** Nothing to type where the sheet is signed. */
  onChange?: ((lines: readonly DraftLine[]) => void) | undefined;
}

/** The sheet from the keyboard: Tab moves on, Enter begins the next line for the same member. */
export function WorksheetGrid({ members, vouchers, lines, totals, evidence, onChange }: Props) {
  const { t } = useWords();
  const body = useRef<HTMLDivElement>(null);
  const change = (changed: DraftLine): void => onChange?.(lines.map((line) => (line.id === changed.id ? changed : line)));
  const add = (after?: DraftLine): void => {
    const previous = after ?? lines.at(-1);
    const line = emptyLine(previous?.memberId ?? members[0]?.id ?? '', previous?.item);
    const at = after ? lines.indexOf(after) + 1 : lines.length;
    onChange?.([...lines.slice(0, at), line, ...lines.slice(at)]);
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-line="${line.id}"] select`)?.focus());
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !(event.target as HTMLElement).closest('input')) return;
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-line]')?.dataset['line'];
    const line = lines.find((one) => one.id === id);
    if (!line) return;
    event.preventDefault();
    add(line);
  };
  return (
    <div ref={body} className={styles['grid']} onKeyDown={onKey} role="group" aria-label={t('worksheet.lines')}>
      <div className={styles['heads']} aria-hidden="true">
        <span>{t('worksheet.member')}</span>
        <span>{t('worksheet.item')}</span>
        <span>{t('worksheet.amount')}</span>
        <span>{t('worksheet.frequency')}</span>
        <span>{t('worksheet.months')}</span>
        <span>{t('worksheet.year')}</span>
        <span>{t('worksheet.voucher')}</span>
        <span />
      </div>
      {lines.map((line, at) => (
        <WorksheetRow
          key={line.id}
          number={at + 1}
          line={line}
          members={members}
          vouchers={vouchers}
          evidence={evidence}
          shared={line.voucherId !== null && (totals?.sharedVouchers.includes(line.voucherId) ?? false)}
          onChange={onChange && change}
          onRemove={onChange && (() => onChange(lines.filter((one) => one !== line)))}
        />
      ))}
      {onChange && (
        <div className={styles['add']}>
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add()} disabled={members.length === 0}>
            {t('worksheet.add')}
          </Button>
          <span className="soft">{t('worksheet.keys')}</span>
        </div>
      )}
    </div>
  );
}
