// Generates client types from the services' OpenAPI documents: one file per service in src/api/generated.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parse } from 'node:path';
import { clientTypes } from './client-types.mjs';

const SOURCE = '../docs/openapi';
const TARGET = 'src/api/generated';

const PAGE = { always: ['items'] };

/** Of the answers that pages read. A field named here that a document loses fails the build. */
const KNOWN = {
  intake: {
    PageOrderView: PAGE,
    OrderView: {
      always: [
        'id',
        'version',
        'customerName',
        'profile',
        'unit',
        'orderTaker',
        'status',
        'lines',
        'total',
        'createdAt',
      ],
    },
    OrderLine: { always: ['description', 'quantity', 'unitPrice', 'amount'], text: ['quantity'] },
    Money: { always: ['amount', 'currency'], text: ['amount'] },
    Problem: { always: ['status', 'code', 'title'] },
    Field: { always: ['field', 'message'] },
  },
  fulfillment: {
    PageEntryView: PAGE,
    EntryView: { always: ['at', 'type', 'service', 'details'] },
  },
};

const documents = readdirSync(SOURCE).filter(name => name.endsWith('.yaml'));
mkdirSync(TARGET, { recursive: true });
for (const old of readdirSync(TARGET)) {
  if (!documents.includes(`${parse(old).name}.yaml`)) rmSync(`${TARGET}/${old}`);
}
for (const name of documents) {
  const service = parse(name).name;
  const types = await clientTypes(readFileSync(`${SOURCE}/${name}`, 'utf8'), KNOWN[service]);
  const target = `${TARGET}/${service}.ts`;
  const text = `// Generated from docs/openapi/${name} by "npm run api"; not edited by hand.\n${types}`;
  // A file that says the same keeps its date, by which ./gendan sees whether the web must be built again.
  if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
  writeFileSync(target, text);
  process.stdout.write(`${target}\n`);
}
