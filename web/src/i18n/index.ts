import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { zh } from './zh';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const REMEMBERED = 'gendan.language';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zh };
    keySeparator: false;
    nsSeparator: false;
  }
}

export const i18n = i18next.createInstance();

/** Loads the remembered language, Chinese where none is; pages render only afterwards. */
export async function startI18n(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    resources: { zh: { translation: zh } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  } as Parameters<typeof i18n.init>[0]);
  await changeLanguage(localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh');
}

/** Switches the language and remembers it; texts other than Chinese are fetched when first needed. */
export async function changeLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18n.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en');
    i18n.addResourceBundle('en', 'translation', en);
  }
  await i18n.changeLanguage(language);
  localStorage.setItem(REMEMBERED, language);
  document.documentElement.lang = localeOf(language);
}

export function localeOf(language: string | undefined): string {
  return language === 'en' ? 'en' : 'zh-CN';
}

/** The text of a key that is put together at run time, such as an event's type; the fallback where there is none. */
export function textOr(key: string, fallback: string): string {
  return i18n.exists(key) ? (i18n.t as (key: string) => string)(key) : fallback;
}
