import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { zhCN } from './zh-CN.js';

export type Language = 'zh' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zhCN };
  }
}

const REMEMBERED = 'bangfu.language';

/** The language of the last visit; the account's own language takes over once somebody has signed in. */
export function rememberedLanguage(): Language {
  return localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh';
}

/** Only the language that is spoken is loaded. */
async function textsOf(language: Language): Promise<typeof zhCN> {
  return language === 'en' ? (await import('./en.js')).en : (await import('./zh-CN.js')).zhCN;
}

export async function speak(language: Language): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      resources: {},
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  }
  if (!i18next.hasResourceBundle(language, 'translation')) i18next.addResourceBundle(language, 'translation', await textsOf(language));
  // Changing to what is spoken already would draw every word on the page again.
  if (i18next.language !== language) await i18next.changeLanguage(language);
  localStorage.setItem(REMEMBERED, language);
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
}
