import { describe, expect, it } from 'vitest';
import { clientTypes } from './client-types.mjs';

const DOCUMENT = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'test', version: '1' },
  paths: {},
  components: {
    schemas: {
      Parcel: {
        type: 'object',
        required: ['sender'],
        properties: {
          id: { type: 'string' },
          weight: { type: 'number' },
          sender: { type: 'string' },
          state: { $ref: '#/components/schemas/State' },
        },
      },
      State: { type: 'string', enum: ['SENT', 'LOST'] },
    },
  },
});

describe('client types', () => {
  it('let a field be missing or null unless the document or we know better', async () => {
    const types = await clientTypes(DOCUMENT, { Parcel: { always: ['id', 'weight'], text: ['weight'] } });

    for (const line of [
      'id: string;',
      'weight: string;',
      'sender: string;',
      'state?: components["schemas"]["State"] | null;',
    ]) {
      expect(types).toContain(` ${line}\n`);
    }
  });

  it('bring the values of an enumeration', async () => {
    expect(await clientTypes(DOCUMENT)).toMatch(/export const stateValues: .+ = \["SENT", "LOST"\];/);
  });

  it('are refused where what we know is of a field that is gone', async () => {
    await expect(
      clientTypes(DOCUMENT, { Parcel: { always: ['id', 'size'] }, Box: { always: ['id'] } }),
    ).rejects.toThrow('Parcel.size, Box.id');
  });
});
