import { CheckOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Blank } from '../kit/Blank';
import { useTitle } from '../kit/useTitle';
import { announceSignIn } from './renewal';

/** Where the window ends up that was opened only to sign in again. */
export function SignedInPage() {
  const { t } = useTranslation();
  useTitle(t('session.renewed'));
  useEffect(() => {
    announceSignIn();
    window.close();
  }, []);
  return (
    <main>
      <Blank icon={<CheckOutlined />} title={t('session.renewed')} detail={t('session.renewed.detail')}>
        <Button onClick={() => window.close()}>{t('session.close-window')}</Button>
      </Blank>
    </main>
  );
}
