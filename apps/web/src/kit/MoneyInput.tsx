import { Input } from 'antd';
import { useState } from 'react';
import { formatYuan, parseYuan } from '#rules/shared/money';
import { useWords } from './words.js';

interface Props {
  id?: string;
  /** In fen; what cannot be read stays as text, so that the contract refuses it. */
  value?: number | string | null;
  onChange?: (value: number | string | null) => void;
}

/** Yuan as people type them (1234.5, 1.2万), kept in fen. */
export function MoneyInput({ id, value, onChange }: Props) {
  const { t } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const settled = typeof value === 'number' ? formatYuan(value) : (value ?? '');
  const type = (text: string): void => {
    setDraft(text);
    onChange?.(text.trim() === '' ? null : (parseYuan(text) ?? text));
  };
  return (
    <Input
      {...(id && { id })}
      inputMode="decimal"
      suffix={t('units.yuan')}
      value={draft ?? settled}
      onChange={(event) => type(event.target.value)}
      onBlur={() => setDraft(null)}
    />
  );
}
