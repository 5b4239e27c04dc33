import type { Money } from '../api/types';
import { localeOf } from '../i18n';

export function formatMoney({ amount, currency }: Money, language: string): string {
  const formatter = new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  // A decimal string is formatted exactly; as a number it would lose digits.
  return formatter.format(amount as Intl.StringNumericLiteral);
}

export function formatNumber(value: string | number, language: string): string {
  return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 6 }).format(
    value as Intl.StringNumericLiteral,
  );
}

/** A calendar day (2026-02-23), which belongs to no time zone. */
export function formatDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

export function formatInstant(instant: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );
}

export function formatDayOf(instant: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium' }).format(new Date(instant));
}

export function formatTimeOf(instant: string | number, language: string, seconds = false): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
  }).format(new Date(instant));
}
