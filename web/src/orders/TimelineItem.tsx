import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../api/types';
import { textOr } from '../i18n';
import { formatDayOf, formatTimeOf } from '../kit/format';
import { useLanguage } from '../kit/useLanguage';
import { detailsOf } from './details';
import { toneOf } from './stages';
import styles from './TimelineItem.module.css';

interface TimelineItemProps {
  entry: TimelineEntry;
  latest: boolean;
  arrived: boolean;
}

export function TimelineItem({ entry, latest, arrived }: TimelineItemProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const details = detailsOf(entry, language);
  return (
    <li className={`${styles.item} ${styles[toneOf(entry)]} ${arrived ? styles.arrived : ''}`}>
      <time className={styles.time} dateTime={entry.at}>
        <span>{formatDayOf(entry.at, language)}</span>
        <span className={styles.clock}>{formatTimeOf(entry.at, language)}</span>
      </time>
      <div className={styles.body}>
        <p className={styles.title}>
          {textOr(`event.${entry.type}`, entry.type)}
          {latest && <span className={styles.latest}>{t('timeline.latest')}</span>}
        </p>
        <p className={styles.actor}>
          {t('timeline.by', { actor: entry.actor ?? t('timeline.system') })}
          <span aria-hidden="true"> · </span>
          {textOr(`service.${entry.service}`, entry.service)}
        </p>
        {details.length > 0 && (
          <dl className={styles.details}>
            {details.map(({ key, name, value }) => (
              <div key={key}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}
