// Measures what a browser must load before the start page works, and fails the build beyond the budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 300;
const START_PAGE = 'src/orders/OrdersPage.tsx';

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const sizes = new Map();

function collect(key, files) {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`The build has no chunk "${key}"`);
  if (files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const imported of chunk.imports ?? []) collect(imported, files);
  return files;
}

function kilobytes(files) {
  let bytes = 0;
  for (const file of files) {
    if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(`dist/${file}`)).length);
    bytes += sizes.get(file);
  }
  return bytes / 1024;
}

const welcome = collect('index.html', new Set());
const start = collect(START_PAGE, new Set(welcome));
const total = kilobytes(start);
process.stdout.write(
  `First load, JavaScript, gzip: welcome page ${kilobytes(welcome).toFixed(1)} KB, ` +
    `list of orders ${total.toFixed(1)} KB (budget ${BUDGET_KB} KB)\n`,
);
if (total > BUDGET_KB) {
  process.stderr.write('The first load is over its budget.\n');
  process.exit(1);
}
