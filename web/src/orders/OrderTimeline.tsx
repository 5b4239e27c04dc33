import { HistoryOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import type { TimelineEntry } from '../api/types';
import { Blank } from '../kit/Blank';
import { formatTimeOf } from '../kit/format';
import { Panel } from '../kit/Panel';
import { ProblemView } from '../kit/ProblemView';
import { useLanguage } from '../kit/useLanguage';
import styles from './OrderTimeline.module.css';
import { useTimeline } from './queries';
import { StageLine } from './StageLine';
import { groupByStage, inOrder } from './stages';
import { TimelineItem } from './TimelineItem';

export function OrderTimeline({ id }: { id: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: entries, error, dataUpdatedAt, refetch } = useTimeline(id);
  const arrived = useArrivals(entries);
  const expired = error instanceof ApiError && error.status === 401;

  if (entries === undefined && error && !expired) return <ProblemView error={error} onRetry={() => void refetch()} />;
  return (
    <Panel
      title={t('timeline.title')}
      extra={
        entries && (
          <span className={error ? styles.stalled : styles.live} title={t('timeline.live')}>
            {error
              ? t('timeline.stalled')
              : t('timeline.live-at', { time: formatTimeOf(dataUpdatedAt, language, true) })}
          </span>
        )
      }
    >
      <p role="status" className="visually-hidden">
        {entries === undefined
          ? t('timeline.loading')
          : arrived.size > 0
            ? t('timeline.arrived', { count: arrived.size })
            : ''}
      </p>
      {entries === undefined && <Skeleton active title={false} paragraph={{ rows: 10 }} />}
      {entries?.length === 0 && (
        <Blank icon={<HistoryOutlined />} title={t('timeline.empty')} detail={t('timeline.empty.detail')} />
      )}
      {entries && entries.length > 0 && <Stages entries={entries} arrived={arrived} />}
    </Panel>
  );
}

function Stages({ entries, arrived }: { entries: TimelineEntry[]; arrived: ReadonlySet<string> }) {
  const { t } = useTranslation();
  const newest = inOrder(entries).at(-1);
  return (
    <>
      <StageLine entries={entries} />
      {groupByStage(entries).map(({ stage, entries: own }) => (
        <section key={stage} id={`stage-${stage}`} className={styles.stage} aria-labelledby={`stage-title-${stage}`}>
          <div className={styles.head}>
            <h3 id={`stage-title-${stage}`}>{t(`stage.${stage}`)}</h3>
            <span>{t('timeline.count', { count: own.length })}</span>
          </div>
          <ol className={styles.entries}>
            {numbered(own).map(([key, entry]) => (
              <TimelineItem
                key={key}
                entry={entry}
                latest={entry === newest}
                arrived={arrived.has(identityOf(entry))}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** The entries that were not there at the previous look. */
function useArrivals(entries: TimelineEntry[] | undefined): ReadonlySet<string> {
  const [seen, setSeen] = useState({ entries, arrived: new Set<string>() });
  if (seen.entries !== entries) {
    const before = seen.entries && new Set(seen.entries.map(identityOf));
    const arrived = before ? (entries ?? []).map(identityOf).filter(identity => !before.has(identity)) : [];
    setSeen({ entries, arrived: new Set(arrived) });
  }
  return seen.arrived;
}

function identityOf({ at, type, details }: TimelineEntry): string {
  return `${at} ${type} ${JSON.stringify(details)}`;
}

function numbered(entries: TimelineEntry[]): [string, TimelineEntry][] {
  const times = new Map<string, number>();
  return entries.map(entry => {
    const identity = identityOf(entry);
    const time = (times.get(identity) ?? 0) + 1;
    times.set(identity, time);
    return [`${identity} ${time}`, entry];
  });
}
