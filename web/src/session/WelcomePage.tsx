import { ArrowRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Seal } from '../kit/Seal';
import { useTitle } from '../kit/useTitle';
import { STAGES } from '../orders/stages';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { ThemeSwitch } from '../shell/ThemeSwitch';
import { signInUrl } from './session';
import styles from './WelcomePage.module.css';

export function WelcomePage() {
  const { t } = useTranslation();
  const { pathname, search, hash } = useLocation();
  useTitle('');
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <span className={styles.brand}>
          <Seal size={34} />
          {t('product.name')}
        </span>
        <span className={styles.tools}>
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
      </header>
      <main className={styles.main}>
        <div className={styles.promise}>
          <h1 className={styles.line}>{t('product.line')}</h1>
          <p className={styles.about}>{t('product.about')}</p>
          <div className={styles.action}>
            <Button type="primary" size="large" href={signInUrl(pathname + search + hash)}>
              {t('session.sign-in')} <ArrowRightOutlined aria-hidden="true" />
            </Button>
            <span className={styles.hint}>{t('session.sign-in.hint')}</span>
          </div>
        </div>
        <ol className={styles.path} aria-label={t('product.path')}>
          {STAGES.map(stage => (
            <li key={stage}>{t(`stage.${stage}`)}</li>
          ))}
        </ol>
      </main>
    </div>
  );
}
