import { describe, expect, it } from 'vitest';
import { anEntry } from '../test/services';
import { groupByStage, inOrder, progressOf, stageOf, toneOf } from './stages';

const RECEIVED = anEntry('intake.inquiry.received.v1', '2026-10-08T09:12:00+08:00');
const CONFIRMED = anEntry('intake.order.confirmed.v1', '2026-10-13T14:31:00+08:00');
const EFFECTIVE = anEntry('contract.contract.effective.v1', '2026-10-16T16:00:00+08:00');
const RELEASED = anEntry('intake.order.released.v1', '2026-10-17T09:15:00+08:00');

describe('the stage of an event', () => {
  it.each([
    ['intake.inquiry.won.v1', 'inquiry'],
    ['intake.quotation.sent.v1', 'quotation'],
    ['intake.order.handed-over.v1', 'order'],
    ['contract.contract.returned.v1', 'contract'],
    ['contract.settlement.scheduled.v1', 'settlement'],
    ['contract.invoice.issued.v1', 'settlement'],
    ['contract.receipt.booked.v1', 'settlement'],
    ['fulfillment.acceptance.passed.v1', 'fulfillment'],
    ['aftersales.visit.done.v1', 'after-sales'],
    ['performance.review.published.v1', 'review'],
  ])('of %s is %s', (type, stage) => expect(stageOf(type)).toBe(stage));

  it('is found by its service for a type nobody foresaw', () => {
    expect(stageOf('fulfillment.custody.taken.v1')).toBe('fulfillment');
    expect(stageOf('customs.declaration.cleared.v1')).toBe('other');
  });
});

describe('the timeline', () => {
  it('goes through the stages in the order of the business, each oldest first', () => {
    const groups = groupByStage([RELEASED, EFFECTIVE, CONFIRMED, RECEIVED]);

    expect(groups).toEqual([
      { stage: 'inquiry', entries: [RECEIVED] },
      { stage: 'order', entries: [CONFIRMED, RELEASED] },
      { stage: 'contract', entries: [EFFECTIVE] },
    ]);
  });

  it('keeps what it cannot place, at the end', () => {
    const stranger = anEntry('customs.declaration.cleared.v1', '2026-10-01T08:00:00+08:00');

    expect(groupByStage([stranger, RECEIVED]).map(group => group.stage)).toEqual(['inquiry', 'other']);
  });

  it('compares moments, not their spelling', () => {
    const inUtc = anEntry('intake.order.approved.v1', '2026-10-13T06:30:00Z');

    expect(inOrder([CONFIRMED, inUtc])).toEqual([inUtc, CONFIRMED]);
  });

  it('keeps entries of one moment in their order, whichever way round the service lists', () => {
    const accepted = anEntry('intake.quotation.accepted.v1', '2026-10-13T11:08:00+08:00');
    const won = anEntry('intake.inquiry.won.v1', '2026-10-13T11:08:00+08:00');

    expect(inOrder([RECEIVED, accepted, won])).toEqual([RECEIVED, accepted, won]);
    expect(inOrder([won, accepted, RECEIVED])).toEqual([RECEIVED, accepted, won]);
  });

  it('says where the order stands', () => {
    expect(progressOf([RECEIVED, CONFIRMED, EFFECTIVE])).toMatchObject({
      inquiry: 'done',
      quotation: 'ahead',
      order: 'done',
      contract: 'current',
      fulfillment: 'ahead',
    });
    expect(progressOf([RECEIVED, CONFIRMED, EFFECTIVE, RELEASED])).toMatchObject({
      order: 'current',
      contract: 'done',
    });
  });
});

describe('the tone of an event', () => {
  it.each([
    ['contract.contract.effective.v1', {}, 'good'],
    ['fulfillment.shipment.received.v1', { daysLate: '0' }, 'good'],
    ['fulfillment.shipment.received.v1', { daysLate: '3' }, 'bad'],
    ['fulfillment.inspection.recorded.v1', { passed: 'true' }, 'good'],
    ['fulfillment.inspection.recorded.v1', { passed: 'false' }, 'bad'],
    ['fulfillment.acceptance.rectification-requested.v1', {}, 'bad'],
    ['aftersales.ticket.acknowledged.v1', { inTime: 'false' }, 'bad'],
    ['intake.inquiry.received.v1', {}, 'plain'],
    ['intake.quotation.sent.v1', {}, 'plain'],
  ])('of %s with %o is %s', (type, details, tone) => {
    expect(toneOf(anEntry(type, '2026-10-13T11:08:00+08:00', { details: details as Record<string, string> }))).toBe(
      tone,
    );
  });
});
