import type { TimelineEntry } from '../api/types';

/** The way of an order, in the order in which it is walked. */
export const STAGES = [
  'inquiry',
  'quotation',
  'order',
  'contract',
  'fulfillment',
  'settlement',
  'after-sales',
  'review',
] as const;

export type Stage = (typeof STAGES)[number];

export interface StageGroup {
  stage: Stage | 'other';
  entries: TimelineEntry[];
}

export type Progress = 'done' | 'current' | 'ahead';

export type Tone = 'good' | 'bad' | 'plain';

/** By the beginning of the event's type, most specific first; a type not foreseen still finds its service's stage. */
const STAGE_BY_PREFIX: readonly (readonly [string, Stage])[] = [
  ['intake.inquiry.', 'inquiry'],
  ['intake.quotation.', 'quotation'],
  ['intake.', 'order'],
  ['contract.contract.', 'contract'],
  ['contract.settlement.', 'settlement'],
  ['contract.invoice.', 'settlement'],
  ['contract.receipt.', 'settlement'],
  ['contract.', 'contract'],
  ['fulfillment.', 'fulfillment'],
  ['aftersales.', 'after-sales'],
  ['performance.', 'review'],
];

const BAD =
  /\.(lost|declined|expired|returned|rejected|review-failed|canceled|overdue|rectification-requested|breached|well-founded|corrected)\.v\d+$/;
const GOOD = /\.(won|accepted|confirmed|released|completed|effective|passed|received|produced|done)\.v\d+$/;
const NEITHER = /^(intake\.inquiry|aftersales\.complaint)\.received\./;

export function stageOf(type: string): Stage | 'other' {
  return STAGE_BY_PREFIX.find(([prefix]) => type.startsWith(prefix))?.[1] ?? 'other';
}

export function toneOf({ type, details }: TimelineEntry): Tone {
  const late = details.daysLate !== undefined && Number(details.daysLate) > 0;
  if (BAD.test(type) || late || details.passed === 'false' || details.inTime === 'false') return 'bad';
  if (NEITHER.test(type)) return 'plain';
  return GOOD.test(type) || details.passed === 'true' ? 'good' : 'plain';
}

/** Oldest first. Entries of the same moment keep their order of arrival, whichever way round the service lists. */
export function inOrder(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const first = entries[0];
  const last = entries.at(-1);
  const newestFirst = first !== undefined && last !== undefined && Date.parse(first.at) > Date.parse(last.at);
  const ascending = newestFirst ? entries.toReversed() : entries;
  return ascending.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The stages that have entries, each with its entries oldest first. */
export function groupByStage(entries: readonly TimelineEntry[]): StageGroup[] {
  const ordered = inOrder(entries);
  return [...STAGES, 'other' as const]
    .map(stage => ({ stage, entries: ordered.filter(entry => stageOf(entry.type) === stage) }))
    .filter(group => group.entries.length > 0);
}

/** Where the order stands: the stage of the newest entry is current, others with entries are done. */
export function progressOf(entries: readonly TimelineEntry[]): Record<Stage, Progress> {
  const seen = new Set(entries.map(entry => stageOf(entry.type)));
  const newest = inOrder(entries).findLast(entry => stageOf(entry.type) !== 'other');
  const current = newest && stageOf(newest.type);
  const progress = (stage: Stage): Progress => (stage === current ? 'current' : seen.has(stage) ? 'done' : 'ahead');
  return Object.fromEntries(STAGES.map(stage => [stage, progress(stage)])) as Record<Stage, Progress>;
}
