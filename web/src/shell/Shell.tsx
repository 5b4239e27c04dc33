import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { Seal } from '../kit/Seal';
import { useSession } from '../session/session';
import { WelcomePage } from '../session/WelcomePage';
import { LanguageSwitch } from './LanguageSwitch';
import { Opening } from './Opening';
import styles from './Shell.module.css';
import { ThemeSwitch } from './ThemeSwitch';
import { UserMenu } from './UserMenu';

const SessionDialog = lazy(async () => ({ default: (await import('../session/SessionDialog')).SessionDialog }));

export function Shell() {
  const { t } = useTranslation();
  const { session, expired, loading, error } = useSession();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shownPath = useRef(pathname);

  useEffect(() => {
    if (shownPath.current === pathname) return;
    shownPath.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  if (session === null) {
    return loading || error ? <Opening error={error} /> : <WelcomePage />;
  }
  return (
    <>
      <a className={styles.skip} href="#content">
        {t('shell.skip')}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <NavLink to="/orders" className={styles.brand ?? ''} end>
            <Seal size={30} />
            <span className={styles.wordmark}>跟单</span> <span className={styles.latin}>Gendan</span>
          </NavLink>
          <nav className={styles.nav} aria-label={t('shell.nav')}>
            <NavLink to="/orders">{t('shell.orders')}</NavLink>
          </nav>
          <div className={styles.tools}>
            <LanguageSwitch />
            <ThemeSwitch />
            <UserMenu session={session} />
          </div>
        </div>
      </header>
      <main id="content" className={styles.main} ref={main} tabIndex={-1}>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <Suspense>{expired && <SessionDialog />}</Suspense>
      <ScrollRestoration />
    </>
  );
}
