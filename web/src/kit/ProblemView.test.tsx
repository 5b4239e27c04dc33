import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ApiError, get } from '../api/client';
import { serve } from '../test/services';
import { ProblemView } from './ProblemView';

describe('a refusal', () => {
  it('names clause, rule, version, fields and code', () => {
    render(
      <ProblemView
        error={
          new ApiError({
            status: 422,
            code: 'rule-broken',
            title: '超出接单权限',
            detail: '须由部门负责人审批。',
            rule: 'order.authority.amount',
            version: 3,
            clause: '《接单管理制度》第十二条',
            errors: [{ field: 'total.amount', message: '不得超过 100000.00' }],
          })
        }
      />,
    );

    const alert = screen.getByRole('alert');
    for (const text of [
      '超出接单权限',
      '须由部门负责人审批。',
      '《接单管理制度》第十二条',
      'order.authority.amount',
      '第 3 版',
    ]) {
      expect(alert).toHaveTextContent(text);
    }
    expect(alert).toHaveTextContent('total.amount 不得超过 100000.00');
    expect(alert).toHaveTextContent('rule-broken');
  });

  it('by a rule keeps its rule, also where the status says forbidden', () => {
    render(
      <ProblemView error={new ApiError({ status: 403, code: 'x', title: '不得自批', rule: 'approval.author' })} />,
    );

    expect(screen.getByRole('alert')).toHaveTextContent('approval.author');
  });
});

describe('what is no problem document', () => {
  it.each([
    ['a page of a proxy', () => new Response('<html>', { status: 502 }), 'http-502', '服务暂时不可用'],
    ['a page where an answer should be', () => new Response('<html>'), 'unexpected-answer', '服务器的回应无法识别'],
    ['silence', () => Promise.reject(new TypeError('gone')), 'network-unreachable', '无法连接服务器'],
  ])('such as %s is told in our own words', async (_, answer, code, title) => {
    serve({ '/api/': answer });

    const failure = await get('/api/intake/v1/orders', {}).catch((error: unknown) => error);

    expect(failure).toMatchObject({ problem: { code, title } });
  });
});
