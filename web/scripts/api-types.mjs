// Generates client types from the services' OpenAPI documents: one file per service in src/api/generated.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const SOURCE = '../docs/openapi';
const TARGET = 'src/api/generated';

const documents = existsSync(SOURCE) ? readdirSync(SOURCE).filter(name => /\.ya?ml$/.test(name)) : [];
if (documents.length === 0) {
  process.stdout.write(`No OpenAPI document in ${SOURCE}; src/api/types.ts stays the source of types.\n`);
  process.exit(0);
}
mkdirSync(TARGET, { recursive: true });
for (const name of documents) {
  const types = astToString(await openapiTS(pathToFileURL(`${SOURCE}/${name}`)));
  const target = `${TARGET}/${basename(name, extname(name))}.ts`;
  writeFileSync(target, `// Generated from docs/openapi/${name} by "npm run api"; not edited by hand.\n${types}`);
  process.stdout.write(`${target}\n`);
}
