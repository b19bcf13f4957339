import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Language } from '../locales/i18n.js';

export interface Label {
  readonly zh: string;
  readonly en: string;
}
type Codes = Readonly<Record<string, Label>>;

export interface Words {
  t: TFunction;
  language: Language;
  say(label: Label): string;
  /** The word for a code. A code that no list knows is never shown; words that were typed or imported are. */
  label(codes: Codes, code: string | null | undefined): string;
}

export const NOTHING = '—';

export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  return useMemo(
    () => ({
      t,
      language,
      say: (label) => label[language],
      label(codes, code) {
        if (code === null || code === undefined || code === '') return NOTHING;
        const known = codes[code];
        if (known) return known[language];
        return /^[\x21-\x7e]+$/.test(code) ? NOTHING : code;
      },
    }),
    [t, language],
  );
}

/** Choices of a select, from a code list. */
export function choices(codes: Codes, language: Language): { value: string; label: string }[] {
  return Object.entries(codes).map(([value, label]) => ({ value, label: label[language] }));
}
