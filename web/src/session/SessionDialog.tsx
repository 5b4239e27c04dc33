import { LockOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { onSignInElsewhere } from './renewal';
import styles from './SessionDialog.module.css';
import { signInUrl, useSession } from './session';

/** Stands over the page when the session has ended; signing in happens in another window, so nothing typed is lost. */
export function SessionDialog() {
  const { t } = useTranslation();
  const { renew } = useSession();
  const { pathname, search, hash } = useLocation();
  const [waiting, setWaiting] = useState(false);

  useEffect(() => onSignInElsewhere(() => void renew()), [renew]);

  function signInAgain() {
    const popup = window.open(signInUrl('/signed-in'), 'gendan-sign-in', 'popup,width=520,height=720');
    if (popup === null) window.location.assign(signInUrl(pathname + search + hash));
    else setWaiting(true);
  }

  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={440}
      centered
      title={
        <span className={styles.title}>
          <LockOutlined aria-hidden="true" /> {t('session.expired')}
        </span>
      }
      footer={
        <div className={styles.actions}>
          {waiting && <Button onClick={() => void renew()}>{t('session.check')}</Button>}
          <Button type="primary" onClick={signInAgain}>
            {t('session.again')}
          </Button>
        </div>
      }
    >
      <p role="status">{t(waiting ? 'session.again.waiting' : 'session.expired.detail')}</p>
      <p className={styles.here}>
        <a href={signInUrl(pathname + search + hash)}>{t('session.again.here')}</a>
      </p>
    </Modal>
  );
}
