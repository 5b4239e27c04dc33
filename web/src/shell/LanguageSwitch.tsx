import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n';
import { useLanguage } from '../kit/useLanguage';

/** Offers the other language by its own name. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <Button
      type="text"
      title={t('shell.language')}
      lang={other === 'en' ? 'en' : 'zh-CN'}
      onClick={() => void changeLanguage(other)}
    >
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
}
