import type { ReactNode } from 'react';
import styles from './Blank.module.css';

interface BlankProps {
  icon: ReactNode;
  title: string;
  detail?: string | null | undefined;
  children?: ReactNode;
}

/** What stands where content would be: nothing yet, nothing found, nothing allowed. */
export function Blank({ icon, title, detail, children }: BlankProps) {
  return (
    <div className={styles.blank}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <p className={styles.title}>{title}</p>
      {detail && <p className={styles.detail}>{detail}</p>}
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
