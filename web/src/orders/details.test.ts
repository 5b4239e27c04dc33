import { describe, expect, it } from 'vitest';
import { anEntry } from '../test/services';
import { detailsOf } from './details';

function told(details: Record<string, string>, language = 'zh') {
  return detailsOf(anEntry('intake.order.confirmed.v1', '2026-10-13T14:31:00+08:00', { details }), language).map(
    ({ name, value }) => `${name} ${value}`,
  );
}

describe('the details of an entry', () => {
  it('are told in the words of the reader', () => {
    expect(told({ deliveryDate: '2026-12-01', total: '194130.00 CNY', contractRequired: 'true' })).toEqual([
      '交货日期 2026年12月1日',
      '总额 ¥194,130.00',
      '需签合同 是',
    ]);
  });

  it('leave out internal ids, the actor named already, and a delay of nothing', () => {
    expect(
      told({ quotationId: '0193a1b2-0000-7000-8000-000000000001', confirmedBy: 'chen.jie', daysLate: '0', place: '' }),
    ).toEqual([]);
  });

  it('appear by name where nobody has translated them', () => {
    expect(told({ port: '宁波舟山港' })).toEqual(['port 宁波舟山港']);
  });
});
