import { useTranslation } from 'react-i18next';
import type { Language } from '../i18n';

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh';
}
