import { DownOutlined, LogoutOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../api/types';
import { textOr } from '../i18n';
import { signOut } from '../session/session';
import styles from './UserMenu.module.css';

const ProblemDialog = lazy(async () => ({ default: (await import('../kit/ProblemDialog')).ProblemDialog }));

export function UserMenu({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<Error | null>(null);

  async function leave() {
    try {
      window.location.assign(await signOut());
    } catch (error) {
      setFailure(error as Error);
    }
  }

  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            { key: 'sign-out', icon: <LogoutOutlined />, label: t('shell.sign-out'), onClick: () => void leave() },
          ],
        }}
        popupRender={menu => (
          <div className={styles.popup}>
            <div className={styles.person}>
              <p className={styles.name}>{session.name}</p>
              <p className={styles.username}>{session.username}</p>
              <ul className={styles.roles} aria-label={t('shell.roles')}>
                {session.roles.map(role => (
                  <li key={role}>{textOr(`role.${role}`, role)}</li>
                ))}
              </ul>
            </div>
            {menu}
          </div>
        )}
      >
        <Button type="text" className={styles.button ?? ''}>
          <span className={styles.avatar} aria-hidden="true">
            {session.name.slice(0, 1)}
          </span>
          <span className="visually-hidden">{t('shell.user')}</span>
          <span className={styles.label}>{session.name}</span>
          <DownOutlined className={styles.arrow ?? ''} aria-hidden="true" />
        </Button>
      </Dropdown>
      <Suspense>{failure && <ProblemDialog error={failure} onClose={() => setFailure(null)} />}</Suspense>
    </>
  );
}
