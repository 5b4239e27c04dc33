import type { TimelineEntry } from '../api/types';
import { textOr } from '../i18n';
import { formatDay, formatInstant, formatMoney } from '../kit/format';

export interface Detail {
  key: string;
  name: string;
  value: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONEY = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;

/** What an entry tells beside its title, in the reader's words; keys nobody has translated appear by name. */
export function detailsOf({ details, actor }: TimelineEntry, language: string): Detail[] {
  return Object.entries(details)
    .filter(([key, value]) => tells(key, value, actor))
    .map(([key, value]) => ({ key, name: textOr(`detail.${key}`, key), value: readable(key, value, language) }));
}

/** Internal ids and checksums tell a reader nothing, and who acted is said already. */
function tells(key: string, value: string, actor: TimelineEntry['actor']): boolean {
  if (value === '' || UUID.test(value) || key === 'textChecksum') return false;
  if (key === 'daysLate' && value === '0') return false;
  return !(value === actor && (key.endsWith('By') || key === 'by' || key === 'inspector'));
}

function readable(key: string, value: string, language: string): string {
  if (value === 'true' || value === 'false') return textOr(`value.${value}`, value);
  if (DAY.test(value)) return formatDay(value, language);
  if (INSTANT.test(value) && !Number.isNaN(Date.parse(value))) return formatInstant(value, language);
  const money = MONEY.exec(value);
  if (money?.[1] && money[2]) return formatMoney({ amount: money[1], currency: money[2] }, language);
  return textOr(`${key}.${value}`, value);
}
